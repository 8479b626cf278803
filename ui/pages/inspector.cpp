#include "pages/inspector.h"

#include "models/factsmodel.h"
#include "pages/elidedlabel.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr int usualWidth = 40 * Space::One;
constexpr int leastWidth = 28 * Space::One;

/// A fact's value stands to the right in the line of its name, which is cut first; what is not known steps
/// back.
class FactsDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), std::max(option.fontMetrics.height() + Space::Half, Space::Three)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString value = valueOf(index);
        if (value.isEmpty())
            return;
        const Theme theme = Theme::of(option.palette);
        painter->save();
        painter->setFont(option.font);
        painter->setPen(index.data(FactsModel::QuietRole).toBool() ? theme.faint
                                                                   : option.palette.color(textRole(option)));
        painter->drawText(option.rect.adjusted(0, 0, -Space::Half, 0),
            Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, value);
        painter->restore();
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isSource = index.column() == int(FactsModel::Column::Source);
        if (isSource)
            option->font = captionFont(option->font);
        else if (!index.parent().isValid())
            option->font.setWeight(QFont::DemiBold);
        if (isSource || index.data(FactsModel::QuietRole).toBool())
            option->palette.setColor(QPalette::Text, Theme::of(option->palette).faint);
        const QString value = isSource ? QString() : valueOf(index);
        if (value.isEmpty())
            return;
        const int room = option->rect.width() - option->fontMetrics.horizontalAdvance(value) - Space::Two;
        option->text = option->fontMetrics.elidedText(option->text, Qt::ElideRight, room);
    }

private:
    static QString valueOf(const QModelIndex &index)
    {
        const bool isFact = index.parent().isValid() && index.column() == int(FactsModel::Column::Name);
        return isFact ? index.siblingAtColumn(int(FactsModel::Column::Value)).data().toString() : QString();
    }
    static QPalette::ColorRole textRole(const QStyleOptionViewItem &option)
    {
        return option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text;
    }
};

QFrame *hairline()
{
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

} // namespace

Inspector::Inspector(FactsModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_title(new QLabel)
    , m_close(new QToolButton)
    , m_subject(new ElidedLabel)
    , m_moment(new ElidedLabel)
    , m_stack(new QStackedWidget)
    , m_hint(new QLabel)
    , m_facts(new QTreeView)
    , m_command(new ElidedLabel)
    , m_copy(new QToolButton)
    , m_copyFact(new QAction(this))
{
    setObjectName(u"inspector"_s);
    setMinimumWidth(leastWidth);
    m_hint->setObjectName(u"inspectorHint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_hint->setMargin(Space::Three);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    makeFacts();
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_facts);
    m_foot = makeFoot();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_stack, 1);
    column->addWidget(m_foot);
    setFocusProxy(m_facts);
    retranslate();
}

QWidget *Inspector::makeHead()
{
    auto *head = new QWidget;
    m_title->setObjectName(u"inspectorTitle"_s);
    m_title->setFont(titleFont(1.3));
    m_close->setObjectName(u"inspectorClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(Icons::named("remove"_L1));
    m_subject->setObjectName(u"inspectorSubject"_s);
    m_subject->setElideMode(Qt::ElideMiddle);
    m_moment->setObjectName(u"inspectorMoment"_s);
    m_moment->setForegroundRole(QPalette::PlaceholderText);
    auto *line = new QHBoxLayout;
    line->addWidget(m_title, 1);
    line->addWidget(m_close);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(Space::Two, Space::One, Space::One, Space::One);
    column->setSpacing(Space::Half / 2);
    column->addLayout(line);
    column->addWidget(m_subject);
    column->addWidget(m_moment);
    connect(m_close, &QToolButton::clicked, this, &Inspector::closeRequested);
    return head;
}

void Inspector::makeFacts()
{
    m_facts->setObjectName(u"factsTree"_s);
    m_facts->setModel(m_model);
    m_facts->setItemDelegate(new FactsDelegate(m_facts));
    m_facts->setUniformRowHeights(true);
    m_facts->setAllColumnsShowFocus(true);
    m_facts->setIndentation(Space::Two);
    m_facts->setFrameShape(QFrame::NoFrame);
    m_facts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_facts->setHeaderHidden(true);
    m_facts->setContextMenuPolicy(Qt::ActionsContextMenu);
    QHeaderView *header = m_facts->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(int(FactsModel::Column::Name), QHeaderView::Stretch);
    header->hideSection(int(FactsModel::Column::Value)); // painted with the name
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &parent, int first, int last) {
            if (!parent.isValid())
                spanGroups(first, last);
        });
    m_copyFact->setObjectName(u"copyFactAction"_s);
    m_copyFact->setShortcut(QKeySequence::Copy);
    m_copyFact->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copyFact, &QAction::triggered, this, &Inspector::copyCurrent);
    m_facts->addAction(m_copyFact);
}

void Inspector::spanGroups(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        m_facts->setFirstColumnSpanned(row, {}, true);
        m_facts->expand(m_model->index(row, 0));
    }
}

QWidget *Inspector::makeFoot()
{
    auto *foot = new QWidget;
    foot->setObjectName(u"inspectorFoot"_s);
    m_command->setObjectName(u"inspectorCommand"_s);
    m_command->setFont(dataFont());
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setObjectName(u"inspectorCopy"_s);
    m_copy->setAutoRaise(true);
    m_copy->setIcon(Icons::named("copy"_L1));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Space::Two, Space::Half, Space::One, Space::Half);
    line->setSpacing(Space::Half);
    line->addWidget(m_command, 1);
    line->addWidget(m_copy);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(hairline());
    column->addLayout(line);
    connect(m_copy, &QToolButton::clicked, this, &Inspector::copyCommand);
    return foot;
}

void Inspector::setSubject(const QString &subject, const QString &moment)
{
    m_subject->setText(subject);
    m_moment->setText(moment);
}

void Inspector::setCommand(const QString &command)
{
    m_command->setText(command);
    m_foot->setVisible(!command.isEmpty());
}

void Inspector::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_stack->setCurrentWidget(hint.isEmpty() ? static_cast<QWidget *>(m_facts) : m_hint);
}

void Inspector::copyCommand()
{
    QGuiApplication::clipboard()->setText(m_command->text());
}

void Inspector::copyCurrent()
{
    if (const QModelIndex current = m_facts->currentIndex(); current.isValid())
        QGuiApplication::clipboard()->setText(m_model->line(current));
}

QSize Inspector::sizeHint() const
{
    return {usualWidth, QWidget::sizeHint().height()};
}

void Inspector::retranslate()
{
    setAccessibleName(tr("Facts"));
    m_title->setText(tr("Facts"));
    m_close->setToolTip(tr("Fold the facts away"));
    m_close->setAccessibleName(tr("Fold the facts away"));
    m_facts->setAccessibleName(tr("Facts"));
    m_command->setAccessibleName(tr("Command that shows the same on a terminal"));
    m_copy->setToolTip(tr("Copy the command that shows the same on a terminal"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_copyFact->setText(tr("&Copy"));
}

void Inspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange) {
        m_title->setFont(titleFont(1.3));
        m_command->setFont(dataFont());
    }
    QWidget::changeEvent(event);
}

} // namespace swb::ui
