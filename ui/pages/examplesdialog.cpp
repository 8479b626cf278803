#include "pages/examplesdialog.h"

#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

enum ExampleRole
{
    IdRole = Qt::UserRole,
    SentenceRole
};

/// A title, and what will be seen below it in as many lines as that takes.
class ExampleDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = static_cast<const QWidget *>(option.widget)->width() - 5 * Space::Two;
        return {width,
            2 * Space::One + option.fontMetrics.height() + Space::Half
                + wrapped(option, index, width).height()};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRect room = option.rect.adjusted(Space::Two, Space::One, -Space::Two, -Space::One);
        const int line = option.fontMetrics.height();
        painter->save();
        if (selected)
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        QFont strong = option.font;
        strong.setWeight(QFont::DemiBold);
        painter->setFont(strong);
        painter->drawText(QRect(room.left(), room.top(), room.width(), line),
            Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        painter->setFont(option.font);
        if (!selected)
            painter->setPen(Theme::of(option.palette).faint);
        painter->drawText(room.adjusted(0, line + Space::Half, 0, 0), Qt::AlignLeft | Qt::TextWordWrap,
            index.data(SentenceRole).toString());
        painter->restore();
    }

private:
    static QRect wrapped(const QStyleOptionViewItem &option, const QModelIndex &index, int width)
    {
        return option.fontMetrics.boundingRect(
            QRect(0, 0, width, 10000), Qt::AlignLeft | Qt::TextWordWrap, index.data(SentenceRole).toString());
    }
};

} // namespace

ExamplesDialog::ExamplesDialog(const QList<bench::Example> &examples, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
{
    setObjectName(u"examplesDialog"_s);
    setWindowTitle(tr("Run an example"));
    m_search->setObjectName(u"exampleSearch"_s);
    m_search->setPlaceholderText(tr("Type to search"));
    m_search->setAccessibleName(tr("Search the examples"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"exampleList"_s);
    m_list->setAccessibleName(tr("Examples"));
    m_list->setItemDelegate(new ExampleDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox;
    m_run = buttons->addButton(tr("&Run"), QDialogButtonBox::AcceptRole);
    m_run->setObjectName(u"runExample"_s);
    buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"cancelExample"_s);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::Two, Space::Two, Space::Two, Space::Two);
    column->setSpacing(Space::One);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &ExamplesDialog::narrow);
    connect(m_list, &QListWidget::itemActivated, this, &ExamplesDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExamplesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_run->setDefault(true); // in the dialog, or the box would choose
    resize(640, 560);
    fill(examples);
}

void ExamplesDialog::fill(const QList<bench::Example> &examples)
{
    for (const bench::Example &example : examples) {
        auto *item = new QListWidgetItem(example.title, m_list);
        item->setData(IdRole, example.id);
        item->setData(SentenceRole, example.text);
        item->setData(Qt::AccessibleDescriptionRole, example.text);
    }
    m_list->setCurrentRow(0);
}

void ExamplesDialog::narrow(const QString &typed)
{
    QListWidgetItem *first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool fits = item->text().contains(typed, Qt::CaseInsensitive)
            || item->data(SentenceRole).toString().contains(typed, Qt::CaseInsensitive);
        item->setHidden(!fits);
        first = first || !fits ? first : item;
    }
    m_list->setCurrentItem(first);
    m_run->setEnabled(first);
}

/// The arrows move in the list and Enter runs, while the other keys are what is searched.
bool ExamplesDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            selectNear(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            accept();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ExamplesDialog::selectNear(int step)
{
    for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step) {
        if (!m_list->item(row)->isHidden()) {
            m_list->setCurrentRow(row);
            return;
        }
    }
}

void ExamplesDialog::accept()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->isHidden())
        return;
    emit chosen(item->data(IdRole).toString());
    QDialog::accept();
}

} // namespace swb::ui
