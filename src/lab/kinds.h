#pragma once

#include "lab/lab.h"

#include <memory>

namespace swb::lab {

// One for each lab, in a file of its own.
std::unique_ptr<Lab> makeWaitingHall();
std::unique_ptr<Lab> makeBuffers();
std::unique_ptr<Lab> makeStream();
std::unique_ptr<Lab> makeHalfClose();
std::unique_ptr<Lab> makeWhoWaits();
std::unique_ptr<Lab> makeDatagrams();
std::unique_ptr<Lab> makeCharacters();
std::unique_ptr<Lab> makeClerks();
std::unique_ptr<Lab> makeEndings();
std::unique_ptr<Lab> makeByHand();
std::unique_ptr<Lab> makeDoors();
std::unique_ptr<Lab> makeUnwrap();

} // namespace swb::lab
