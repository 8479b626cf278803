#pragma once

#include <QString>

namespace swb::ui {

/// The text of a button or action without its access key and dots: "&Open…", "打开(&O)…". For tooltips, lists
/// and screen readers.
QString labelText(const QString &text);

} // namespace swb::ui
