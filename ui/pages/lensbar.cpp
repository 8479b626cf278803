#include "pages/lensbar.h"

#include "widgets/segmentedswitch.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

LensBar::LensBar(QWidget *parent)
    : QWidget(parent)
    , m_lenses(new SegmentedSwitch)
    , m_tools(new QHBoxLayout)
{
    setObjectName(u"lensBar"_s);
    m_lenses->setObjectName(u"lenses"_s);
    for (const QString &name : {u"logLens"_s, u"streamLens"_s, u"sideBySideLens"_s, u"tcpLens"_s})
        m_lenses->addSegment(name);
    for (const Lens lens : {Lens::Stream, Lens::SideBySide, Lens::Tcp})
        setLensOffered(lens, false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::One, Space::Half, Space::One, Space::Half);
    layout->setSpacing(Space::One);
    layout->addWidget(m_lenses);
    layout->addStretch(1);
    layout->addLayout(m_tools);
    connect(m_lenses, &SegmentedSwitch::chosen, this, [this](int lens) { emit lensChosen(Lens(lens)); });
    retranslate();
}

Lens LensBar::lens() const
{
    return Lens(m_lenses->current());
}

void LensBar::setLens(Lens lens)
{
    m_lenses->setCurrent(int(lens));
}

void LensBar::setLensOffered(Lens lens, bool offered)
{
    m_lenses->setSegmentEnabled(int(lens), offered);
}

void LensBar::addTool(QWidget *tool)
{
    m_tools->addWidget(tool);
}

void LensBar::retranslate()
{
    setAccessibleName(tr("How to look at it"));
    m_lenses->setAccessibleName(tr("Lens"));
    m_lenses->setSegment(int(Lens::Log), tr("Log"), tr("Each event a row"), tr("Show the log"));
    m_lenses->setSegment(int(Lens::Stream), tr("Stream"), tr("The connection as one continuous conversation"),
        tr("Show the stream"));
    m_lenses->setSegment(int(Lens::SideBySide), tr("Side by side"),
        tr("Two connections, or both ends of one, scrolled together by time"),
        tr("Show two connections side by side"));
    m_lenses->setSegment(int(Lens::Tcp), tr("TCP"),
        tr("What TCP does for the connection, as the kernel tells it"), tr("Show TCP itself"));
}

void LensBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace swb::ui
