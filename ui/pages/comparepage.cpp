#include "pages/comparepage.h"

#include "widgets/streamview.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr int FewestCharacters = 16;

} // namespace

ComparePage::ComparePage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"comparePage"_s);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"compareSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(splitter);
    for (int side = 0; side < SideCount; ++side) {
        auto *choice = new QComboBox;
        choice->setObjectName(side == 0 ? u"leftConnection"_s : u"rightConnection"_s);
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(FewestCharacters);
        auto *view = new StreamView;
        view->setObjectName(side == 0 ? u"leftStream"_s : u"rightStream"_s);
        view->setTimesShown(true);
        auto *half = new QWidget;
        auto *column = new QVBoxLayout(half);
        column->setContentsMargins({});
        column->setSpacing(0);
        auto *heading = new QHBoxLayout;
        heading->setContentsMargins(Space::One, Space::Half, Space::One, Space::Half);
        heading->addWidget(choice);
        column->addLayout(heading);
        column->addWidget(view, 1);
        splitter->addWidget(half);
        m_choices[static_cast<size_t>(side)] = choice;
        m_views[static_cast<size_t>(side)] = view;
        joinTo(side);
    }
    setFocusProxy(m_views[0]);
    retranslate();
}

void ComparePage::joinTo(int side)
{
    StreamView *own = view(side);
    connect(own, &StreamView::scrolled, this, [this, side] { scrollOther(side); });
    connect(own, &StreamView::followingChanged, this, [this, side] { scrollOther(side); });
    connect(own, &StreamView::eventActivated, this, [this, side](EventSeq seq) {
        selectInOther(side);
        emit eventActivated(side, seq);
    });
    connect(m_choices[static_cast<size_t>(side)], &QComboBox::activated, this,
        [this, side](int index) { emit connectionChosen(side, index); });
}

void ComparePage::scrollOther(int side)
{
    if (m_joining)
        return;
    const QScopedValueRollback guard(m_joining, true);
    StreamView *other = view(1 - side);
    if (view(side)->isFollowing())
        other->setFollowing(true);
    else
        other->scrollToTime(view(side)->topTime());
}

void ComparePage::selectInOther(int side)
{
    if (m_joining)
        return;
    const QScopedValueRollback guard(m_joining, true);
    view(1 - side)->showTime(view(side)->currentTime());
}

void ComparePage::setChoices(const QStringList &names, const std::array<int, SideCount> &chosen)
{
    for (int side = 0; side < SideCount; ++side) {
        QComboBox *choice = m_choices[static_cast<size_t>(side)];
        choice->clear();
        choice->addItems(names);
        choice->setEnabled(!names.isEmpty());
        setChoice(side, chosen[static_cast<size_t>(side)]);
    }
}

void ComparePage::setChoice(int side, int index)
{
    QComboBox *choice = m_choices[static_cast<size_t>(side)];
    choice->setCurrentIndex(index);
    choice->setToolTip(choice->currentText().toHtmlEscaped());
}

bool ComparePage::isChoosing() const
{
    return m_choices[0]->view()->isVisible() || m_choices[1]->view()->isVisible();
}

void ComparePage::setMode(StreamMode mode)
{
    const QScopedValueRollback guard(m_joining, true);
    for (StreamView *view : m_views)
        view->setMode(mode);
}

void ComparePage::refresh()
{
    for (StreamView *view : m_views)
        view->refresh();
}

void ComparePage::retranslate()
{
    m_choices[0]->setAccessibleName(tr("Connection on the left"));
    m_choices[1]->setAccessibleName(tr("Connection on the right"));
    for (QComboBox *choice : m_choices) // a combo box says its value for its name on X11 and Wayland
        choice->setAccessibleDescription(choice->accessibleName());
    m_choices[0]->setPlaceholderText(tr("Choose a connection"));
    m_choices[1]->setPlaceholderText(tr("Choose a connection"));
    for (StreamView *view : m_views)
        view->setEmptyText(tr("Choose a connection above"));
}

void ComparePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace swb::ui
