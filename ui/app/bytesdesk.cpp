#include "app/bytesdesk.h"

#include "pages/bytespane.h"
#include "pages/workpage.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr auto lensKey = "bytes/lens"_L1;
constexpr auto secondKey = "bytes/second"_L1;

} // namespace

BytesDesk::BytesDesk(WorkPage *page, QSettings *settings, QObject *parent)
    : QObject(parent)
{
    BytesPane *pane = page->bytesPane();
    pane->setSecondEncoding(settings->value(secondKey).toString());
    const int lens = settings->value(lensKey).toInt();
    pane->setLens(BytesLens(std::clamp(lens, int(BytesLens::Bytes), int(BytesLens::Encoding))));
    connect(pane, &BytesPane::lensChosen, this,
        [settings](BytesLens chosen) { settings->setValue(lensKey, int(chosen)); });
    connect(pane, &BytesPane::secondEncodingChosen, this,
        [settings](const QString &name) { settings->setValue(secondKey, name); });
}

} // namespace swb::ui
