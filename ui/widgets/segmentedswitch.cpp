#include "widgets/segmentedswitch.h"

#include "widgets/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>

namespace swb::ui {

namespace {

/// Fusion leaves hardly a pixel beside a long text.
class Segment : public QPushButton
{
public:
    QSize sizeHint() const override
    {
        const QSize least(fontMetrics().horizontalAdvance(text()) + 3 * Space::One, 0);
        return QPushButton::sizeHint().expandedTo(least);
    }
    QSize minimumSizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + Space::One + Space::Half, sizeHint().height()};
    }
};

} // namespace

SegmentedSwitch::SegmentedSwitch(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (!on || index == m_current)
            return;
        m_current = index;
        setFocusProxy(m_segments[index]);
        tint();
        emit chosen(index);
    });
}

void SegmentedSwitch::addSegment(const QString &objectName)
{
    auto *segment = new Segment;
    segment->setObjectName(objectName);
    segment->setCheckable(true);
    segment->setAutoDefault(false);
    segment->setFocusPolicy(Qt::TabFocus);
    // Narrower where there is no room, and all as tall as the tallest, whatever fonts their scripts need.
    segment->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    connect(segment, &QPushButton::clicked, this, [this, segment] {
        if (!segment->hasFocus())
            emit clicked();
    });
    m_segments.append(segment);
    m_group->addButton(segment, int(m_segments.size()) - 1);
    layout()->addWidget(segment);
    if (m_segments.size() == 1) {
        segment->setChecked(true);
        setFocusProxy(segment);
    }
    tint();
}

void SegmentedSwitch::setSegment(
    int index, const QString &text, const QString &toolTip, const QString &accessibleName)
{
    m_segments[index]->setText(text);
    m_segments[index]->setToolTip(toolTip);
    m_segments[index]->setAccessibleName(accessibleName);
}

void SegmentedSwitch::setSegmentEnabled(int index, bool enabled)
{
    m_segments[index]->setEnabled(enabled);
}

void SegmentedSwitch::setSegmentVisible(int index, bool visible)
{
    m_segments[index]->setVisible(visible);
}

int SegmentedSwitch::current() const
{
    return m_current;
}

void SegmentedSwitch::setCurrent(int index)
{
    m_segments[index]->setChecked(true);
}

/// The pressed look of a button is too faint for a choice in some styles, and in dark palettes.
void SegmentedSwitch::tint()
{
    QPalette chosen = palette();
    chosen.setColor(QPalette::Button, Theme::of(palette()).selection);
    for (QPushButton *segment : m_segments)
        segment->setPalette(segment->isChecked() ? chosen : QPalette());
}

void SegmentedSwitch::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        tint();
    QWidget::changeEvent(event);
}

} // namespace swb::ui
