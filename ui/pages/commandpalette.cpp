#include "pages/commandpalette.h"

#include "pages/palettedelegate.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr int widest = 640;
constexpr int mostLines = 12;

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_line(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new QLabel)
{
    setObjectName(u"commandPalette"_s);
    setUp();
    hide();
    window->installEventFilter(this);
    retranslate();
}

void CommandPalette::setUp()
{
    m_line->setObjectName(u"paletteLine"_s);
    m_line->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus); // the arrows work from the line
    m_nothing->setObjectName(u"paletteNothing"_s);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::One, Space::One, Space::One, Space::One);
    column->setSpacing(Space::One);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QAbstractItemView::clicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::open(const QList<PaletteEntry> &entries, const QStringList &usedLast)
{
    m_model.setEntries(entries, usedLast);
    m_line->clear();
    filter({});
    if (isVisible())
        return;
    m_before = QApplication::focusWidget();
    place();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    const QSize room = parentWidget()->size();
    const int width = std::min({widest * fontMetrics().height() / 16, room.width() - 2 * Space::Two});
    const int lines = mostLines * (fontMetrics().height() + Space::One);
    const int height =
        std::min(m_line->sizeHint().height() + lines + 3 * Space::One + 2, room.height() * 3 / 4);
    setGeometry((room.width() - width) / 2, std::min(80, room.height() / 8), width, height);
}

void CommandPalette::filter(const QString &text)
{
    m_model.setQuery(text);
    const bool any = m_model.rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    m_list->setCurrentIndex(m_model.index(0));
    m_list->scrollToTop();
}

void CommandPalette::move(int by)
{
    const int rows = m_model.rowCount();
    if (rows > 0)
        m_list->setCurrentIndex(m_model.index(std::clamp(m_list->currentIndex().row() + by, 0, rows - 1)));
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        move(key == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        move(key == Qt::Key_PageUp ? 1 - mostLines : mostLines - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
        putAway(true);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go
    default:
        return false;
    }
}

void CommandPalette::runCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_model.entry(index.row()).enabled)
        return;
    const PaletteEntry entry = m_model.entry(index.row());
    // First away: what is run may take the focus elsewhere.
    putAway(true);
    if (!entry.id.isEmpty())
        emit used(entry.id);
    entry.run();
}

void CommandPalette::putAway(bool giveFocusBack)
{
    if (!isVisible())
        return;
    const QPointer<QWidget> before = m_before;
    m_before = nullptr;
    if (giveFocusBack && before)
        before->setFocus(Qt::PopupFocusReason);
    hide();
    m_model.setEntries({}, {});
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == m_line && event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            putAway(false);
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void CommandPalette::retranslate()
{
    setAccessibleName(tr("Commands"));
    m_line->setPlaceholderText(tr("A command, a connection or a recent file"));
    m_line->setAccessibleName(tr("Find a command"));
    m_list->setAccessibleName(tr("What was found"));
    m_nothing->setText(tr("Nothing has that name"));
}

void CommandPalette::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace swb::ui
