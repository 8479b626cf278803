#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace swb::ui {

/// How well `text` answers what was typed: the larger the better; nothing: not at all. Every word of the
/// query has to be there, in any order: as the beginning of a word, within one, or as letters that follow one
/// another ("stl" is in "Stop listening"). Case does not matter.
std::optional<int> fuzzyScore(QStringView query, const QString &text);

} // namespace swb::ui
