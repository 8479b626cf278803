#include "pages/tcppage.h"

#include "widgets/segmentedswitch.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr TcpSubject subjectOf(TcpView view)
{
    return view == TcpView::Hall ? TcpSubject::Listener : TcpSubject::Connection;
}

constexpr std::array<TcpView, tcpViewTotal> allViews{
    TcpView::Pipeline, TcpView::States, TcpView::Ladder, TcpView::Plots, TcpView::Hall};

} // namespace

TcpPage::TcpPage(QWidget *parent)
    : QWidget(parent)
    , m_views(new SegmentedSwitch)
    , m_toolPlace(new QHBoxLayout)
    , m_stack(new QStackedWidget)
    , m_hint(new QLabel)
{
    setObjectName(u"tcpPage"_s);
    m_views->setObjectName(u"tcpViews"_s);
    for (const QString &name :
        {u"pipelineView"_s, u"statesView"_s, u"ladderView"_s, u"plotsView"_s, u"hallView"_s})
        m_views->addSegment(name + u"Segment"_s);
    m_stack->setObjectName(u"tcpStack"_s);
    m_hint->setObjectName(u"tcpHint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setMargin(Space::Three);
    m_hint->setBackgroundRole(QPalette::Base);
    m_hint->setAutoFillBackground(true);
    m_stack->addWidget(m_hint);
    for (int i = 0; i < tcpViewTotal; ++i)
        m_stack->addWidget(new QWidget);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Space::One, 0, Space::One, Space::Half);
    line->setSpacing(Space::One);
    line->addWidget(m_views);
    line->addStretch(1);
    m_toolPlace->setSpacing(Space::Half);
    line->addLayout(m_toolPlace);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_stack, 1);
    connect(m_views, &SegmentedSwitch::chosen, this, [this](int view) { choose(TcpView(view)); });
    connect(m_views, &SegmentedSwitch::clicked, this, [this] { setFocus(Qt::MouseFocusReason); });
    retranslate();
    arrange();
}

void TcpPage::placeView(TcpView view, QWidget *widget)
{
    const int index = 1 + int(view);
    QWidget *before = m_stack->widget(index);
    m_stack->insertWidget(index, widget);
    m_stack->removeWidget(before);
    delete before;
    m_placed[size_t(view)] = true;
    arrange();
    emit viewPlaced(view);
}

void TcpPage::addTool(TcpView view, QWidget *tool)
{
    m_tools.push_back({view, tool});
    m_toolPlace->addWidget(tool);
    tool->setVisible(isShowing(view));
}

void TcpPage::setSubject(TcpSubject subject)
{
    if (m_subject == subject)
        return;
    m_subject = subject;
    arrange();
}

TcpView TcpPage::view() const
{
    return m_chosen[size_t(m_subject)];
}

void TcpPage::setView(TcpView view)
{
    if (isOffered(view))
        choose(view);
}

bool TcpPage::isShowing(TcpView view) const
{
    return m_stack->currentIndex() == 1 + int(view);
}

bool TcpPage::isOffered(TcpView view) const
{
    return m_placed[size_t(view)] && subjectOf(view) == m_subject;
}

void TcpPage::choose(TcpView view)
{
    m_chosen[size_t(m_subject)] = view;
    arrange();
}

void TcpPage::arrange()
{
    TcpView &chosen = m_chosen[size_t(m_subject)];
    const auto *other =
        std::find_if(allViews.begin(), allViews.end(), [this](TcpView v) { return isOffered(v); });
    if (!isOffered(chosen) && other != allViews.end())
        chosen = *other;
    for (const TcpView view : allViews)
        m_views->setSegmentVisible(int(view), isOffered(view));
    m_views->setVisible(other != allViews.end());
    const int before = m_stack->currentIndex();
    if (isOffered(chosen)) {
        m_views->setCurrent(int(chosen));
        m_stack->setCurrentIndex(1 + int(chosen));
    } else {
        m_stack->setCurrentIndex(0);
    }
    for (const Tool &tool : m_tools)
        tool.widget->setVisible(isShowing(tool.view));
    setFocusProxy(isOffered(chosen) ? m_stack->currentWidget() : nullptr);
    retranslate();
    if (before != m_stack->currentIndex() && isOffered(chosen))
        emit viewShown(chosen);
}

void TcpPage::retranslate()
{
    m_views->setAccessibleName(tr("View of TCP"));
    const auto say = [this](TcpView view, const QString &text, const QString &toolTip) {
        m_views->setSegment(int(view), text, toolTip, toolTip);
    };
    say(TcpView::Pipeline, tr("Pipeline"), tr("Where the bytes are now: in which queue, on which side"));
    say(TcpView::States, tr("States"), tr("The states of both ends, and the path they have taken"));
    say(TcpView::Ladder, tr("Ladder"), tr("What passed between the two ends, from top to bottom"));
    say(TcpView::Plots, tr("Plots"), tr("What the kernel counts, over time"));
    say(TcpView::Hall, tr("Hall"), tr("Who waits to be accepted"));
    m_hint->setText(m_placed[size_t(TcpView::Hall)]
            ? tr("Select one connection or a listening server on the left")
            : tr("Select one connection on the left"));
}

void TcpPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace swb::ui
