#include "pages/benchtree.h"

#include "widgets/icons.h"
#include "widgets/logheader.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QStyledItemDelegate>

#include <algorithm>

namespace swb::ui {

namespace {

/// Tints the sign of a state; endpoints stand out by weight, ended connections step back.
class BenchDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), std::max(option.fontMetrics.height() + Space::One, Space::Three)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme theme = Theme::of(option->palette);
        const auto tone = BenchModel::Tone(index.data(BenchModel::ToneRole).toInt());
        const bool connection =
            index.data(BenchModel::KindRole).toInt() == int(BenchModel::RowKind::Connection);
        if (!connection)
            option->font.setWeight(QFont::DemiBold);
        else if (tone == BenchModel::Tone::Quiet)
            option->palette.setColor(QPalette::Text, theme.faint);
        // A number is never cut: a connection's stands first, a port last.
        option->textElideMode =
            index.column() == int(BenchModel::Column::Name) && connection ? Qt::ElideRight : Qt::ElideMiddle;
        if (index.column() >= int(BenchModel::Column::Received))
            option->text.append(QChar(0x2002)); // an en space keeps numbers off the edge, as the titles are
        if (index.column() != 0)
            return;
        const QString icon = index.data(BenchModel::IconRole).toString();
        option->icon = Icons::named(QLatin1StringView(icon.toLatin1()), colourOf(tone, theme));
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(18, 18);
    }

private:
    static QColor colourOf(BenchModel::Tone tone, const Theme &theme)
    {
        switch (tone) {
        case BenchModel::Tone::Quiet:
            return theme.faint;
        case BenchModel::Tone::Good:
            return theme.good;
        case BenchModel::Tone::Waiting:
            return theme.sent;
        case BenchModel::Tone::Bad:
            return theme.error;
        }
        return theme.faint;
    }
};

} // namespace

BenchTree::BenchTree(QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(QStringLiteral("benchTree"));
    setItemDelegate(new BenchDelegate(this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(true);
    setIndentation(Space::Two);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHeader(new LogHeader(this));
    header()->setObjectName(QStringLiteral("benchHeader"));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    retranslate();
}

void BenchTree::setBench(BenchModel *model)
{
    m_bench = model;
    setModel(model);
    spanTopRows(0, model->rowCount() - 1);
    connect(model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &parent, int first, int last) {
            if (!parent.isValid())
                spanTopRows(first, last);
            else if (first == 0)
                expand(parent);
        });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &index) { emit targetSelected(m_bench->targetAt(index)); });
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setSectionResizeMode(int(BenchModel::Column::Peer), QHeaderView::Stretch);
    spreadColumns();
}

void BenchTree::spanTopRows(int first, int last)
{
    for (int row = first; row <= last; ++row)
        setFirstColumnSpanned(row, {}, true);
}

void BenchTree::spreadColumns()
{
    const QFontMetrics metrics = fontMetrics();
    const int number =
        std::max(metrics.horizontalAdvance(QStringLiteral("999.9 MiB")),
            metrics.horizontalAdvance(
                m_bench->headerData(int(BenchModel::Column::Received), Qt::Horizontal).toString()))
        + Space::Two;
    const int name = metrics.horizontalAdvance(
        QStringLiteral("#999 ") + BenchModel::stateText(bench::ConnectionState::Closed));
    const int whole = name + 2 * indentation() + Space::Three;
    m_roomyWidth = whole + 2 * number + metrics.horizontalAdvance(QStringLiteral("1…:65535")) + Space::One;
    header()->resizeSection(int(BenchModel::Column::Name), whole);
    header()->resizeSection(int(BenchModel::Column::Received), number);
    header()->resizeSection(int(BenchModel::Column::Sent), number);
    hideCounts();
}

BenchModel::Target BenchTree::current() const
{
    return m_bench->targetAt(currentIndex());
}

void BenchTree::select(const BenchModel::Target &target)
{
    const QModelIndex index = m_bench->indexOf(target);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void BenchTree::retranslate()
{
    setAccessibleName(tr("Bench"));
    header()->setAccessibleName(tr("Columns of the bench"));
    setAccessibleDescription(tr("Servers, clients and their connections"));
    if (m_bench)
        spreadColumns();
}

void BenchTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    hideCounts();
}

/// A narrow bench cuts the peer down to its port first, and then gives up the counts.
void BenchTree::hideCounts()
{
    const bool roomy = viewport()->width() >= m_roomyWidth;
    setColumnHidden(int(BenchModel::Column::Received), !roomy);
    setColumnHidden(int(BenchModel::Column::Sent), !roomy);
}

/// The space below the rows is no choice: something is always selected.
QItemSelectionModel::SelectionFlags BenchTree::selectionCommand(
    const QModelIndex &index, const QEvent *event) const
{
    return index.isValid() || !event ? QTreeView::selectionCommand(index, event)
                                     : QItemSelectionModel::NoUpdate;
}

void BenchTree::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_bench)
        spreadColumns();
}

} // namespace swb::ui
