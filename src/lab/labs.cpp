#include "lab/labs.h"

#include "lab/kinds.h"

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

struct Kind
{
    QLatin1StringView id;
    std::unique_ptr<Lab> (*make)();
};

constexpr Kind kinds[] = {
    {"L1"_L1, makeDoors},
    {"L2"_L1, makeUnwrap},
    {"L4"_L1, makeWaitingHall},
    {"L5"_L1, makeClerks},
    {"L6"_L1, makeBuffers},
    {"L7"_L1, makeStream},
    {"L8"_L1, makeCharacters},
    {"L9"_L1, makeHalfClose},
    {"L10"_L1, makeEndings},
    {"L11"_L1, makeWhoWaits},
    {"L12"_L1, makeByHand},
    {"L13"_L1, makeDatagrams},
};

} // namespace

QStringList labIds()
{
    QStringList ids;
    for (const Kind &kind : kinds)
        ids.append(QString(kind.id));
    return ids;
}

std::unique_ptr<Lab> makeLab(QStringView id)
{
    for (const Kind &kind : kinds) {
        if (id == kind.id)
            return kind.make();
    }
    return nullptr;
}

} // namespace swb::lab
