#include "widgets/packethex.h"

#include "codec/hexdump.h"
#include "widgets/layerlook.h"
#include "widgets/linelistaccessible.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QtMath>

#include <algorithm>
#include <optional>

namespace swb::ui {

namespace {

constexpr int BytesInGroup = 8;
constexpr int OffsetDigits = 4; // no packet is longer than 64 KiB

class PacketHexAccessible : public LineListAccessible
{
public:
    explicit PacketHexAccessible(PacketHex *hex)
        : LineListAccessible(hex)
    {
    }
    int lineCount() const override { return hex()->visibleLineCount(); }
    int currentLine() const override { return hex()->caretLine(); }
    int lineAt(int y) const override { return y < 0 ? -1 : y / std::max(1, lineRect(0).height()); }
    QRect lineRect(int line) const override { return hex()->lineRect(line); }
    QString lineText(int line) const override { return hex()->lineText(line); }
    bool isLineSelected(int line) const override { return hex()->isLineSelected(line); }

private:
    PacketHex *hex() const { return static_cast<PacketHex *>(object()); }
};

QAccessibleInterface *makeAccessible(const QString &key, QObject *object)
{
    Q_UNUSED(key)
    auto *hex = qobject_cast<PacketHex *>(object);
    return hex ? new PacketHexAccessible(hex) : nullptr;
}

void installAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

/// Where a key leads from a byte; nothing: it is no key for moving.
std::optional<qsizetype> moved(qsizetype from, int key, int perLine, int linesOfPage)
{
    switch (key) {
    case Qt::Key_Left:
        return from - 1;
    case Qt::Key_Right:
        return from + 1;
    case Qt::Key_Up:
        return from - perLine;
    case Qt::Key_Down:
        return from + perLine;
    case Qt::Key_PageUp:
        return from - qsizetype(perLine) * linesOfPage;
    case Qt::Key_PageDown:
        return from + qsizetype(perLine) * linesOfPage;
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return INT_MAX;
    default:
        return {};
    }
}

} // namespace

PacketHex::PacketHex(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installAccessibility();
    setObjectName(QStringLiteral("packetHex"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    readLook();
}

void PacketHex::setModel(const LayersModel *model)
{
    m_model = model;
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_chosen = {};
        m_caret = 0;
        verticalScrollBar()->setValue(0);
        layOut();
    });
    layOut();
}

void PacketHex::readLook()
{
    m_font = dataFont();
    m_theme = Theme::of(palette());
}

void PacketHex::setChosen(const PacketRange &range)
{
    if (!range.contains(m_caret))
        m_caret = range.start;
    m_chosen = range;
    const int line = int(m_caret / m_perLine);
    QScrollBar *bar = verticalScrollBar();
    if (line < bar->value())
        bar->setValue(line);
    else if (line >= bar->value() + visibleLineCount())
        bar->setValue(line - visibleLineCount() + 1);
    viewport()->update();
    announceLine(this, caretLine());
}

qreal PacketHex::lineHeight() const
{
    return QFontMetrics(m_font).height() + Space::Half;
}

qreal PacketHex::byteLeft(int place) const
{
    const qreal digit = QFontMetricsF(m_font).horizontalAdvance(QLatin1Char('0'));
    return Space::One + digit * (OffsetDigits + 2 + 3 * place + place / BytesInGroup);
}

QSize PacketHex::sizeHint() const
{
    return {qCeil(byteLeft(16)) + verticalScrollBar()->sizeHint().width(), int(8 * lineHeight())};
}

void PacketHex::layOut()
{
    m_perLine = byteLeft(16) <= viewport()->width() ? 16 : BytesInGroup;
    const int lines = int((size() + m_perLine - 1) / m_perLine);
    const int fitting = std::max(1, int((viewport()->height() - Space::One) / lineHeight()));
    verticalScrollBar()->setPageStep(fitting);
    verticalScrollBar()->setRange(0, std::max(0, lines - fitting));
    viewport()->update();
}

int PacketHex::visibleLineCount() const
{
    const int lines = int((size() + m_perLine - 1) / m_perLine);
    return std::min(verticalScrollBar()->pageStep(), lines - verticalScrollBar()->value());
}

int PacketHex::caretLine() const
{
    return int(m_caret / m_perLine) - verticalScrollBar()->value();
}

qsizetype PacketHex::firstOfLine(int line) const
{
    return qsizetype(line + verticalScrollBar()->value()) * m_perLine;
}

QRect PacketHex::lineRect(int line) const
{
    return {0, int(Space::Half + line * lineHeight()), viewport()->width(), int(lineHeight())};
}

QString PacketHex::lineText(int line) const
{
    const qsizetype first = firstOfLine(line);
    const qsizetype count = std::min<qsizetype>(m_perLine, size() - first);
    return count > 0 ? QStringLiteral("%1: %2").arg(first).arg(
               codec::hexDigits(QByteArrayView(m_model->bytes()).sliced(first, count)))
                     : QString();
}

bool PacketHex::isLineSelected(int line) const
{
    const qsizetype first = firstOfLine(line);
    return m_chosen.start < first + m_perLine && first < m_chosen.start + m_chosen.size;
}

QRectF PacketHex::byteRect(qsizetype at) const
{
    const qreal digit = QFontMetricsF(m_font).horizontalAdvance(QLatin1Char('0'));
    const int line = int(at / m_perLine) - verticalScrollBar()->value();
    return {byteLeft(int(at % m_perLine)) - digit / 2, Space::Half + line * lineHeight(), 3 * digit,
        lineHeight()};
}

void PacketHex::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(viewport());
    painter.setFont(m_font);
    painter.setLayoutDirection(Qt::LeftToRight);
    for (int line = 0; line < visibleLineCount() + 1 && firstOfLine(line) < size(); ++line)
        paintLine(painter, line);
}

void PacketHex::paintLine(QPainter &painter, int line) const
{
    const qsizetype first = firstOfLine(line);
    const qreal baseline = lineRect(line).top() + Space::Half / 2 + QFontMetricsF(m_font).ascent();
    painter.setPen(m_theme.faint);
    painter.drawText(
        QPointF(Space::One, baseline), QStringLiteral("%1").arg(first, OffsetDigits, 16, QLatin1Char('0')));
    for (qsizetype at = first; at < std::min(size(), first + m_perLine); ++at) {
        const QRectF place = byteRect(at);
        const bool isChosen = m_chosen.contains(at);
        painter.fillRect(place,
            isChosen ? palette().color(QPalette::Highlight) : layerTint(m_model->kindOfByte(at), palette()));
        if (at == m_caret && hasFocus()) {
            painter.setPen(palette().color(QPalette::Text));
            painter.drawRect(place.adjusted(0.5, 0.5, -1, -1));
        }
        painter.setPen(palette().color(isChosen ? QPalette::HighlightedText : QPalette::Text));
        painter.drawText(QPointF(byteLeft(int(at % m_perLine)), baseline),
            codec::hexDigits(QByteArrayView(m_model->bytes()).sliced(at, 1)));
    }
}

void PacketHex::choose(qsizetype at)
{
    if (size() == 0)
        return;
    m_caret = std::clamp<qsizetype>(at, 0, size() - 1);
    emit byteChosen(m_caret);
    viewport()->update();
}

void PacketHex::mousePressEvent(QMouseEvent *event)
{
    const int line = int((event->position().y() - Space::Half) / lineHeight());
    for (qsizetype at = firstOfLine(line); at < std::min(size(), firstOfLine(line + 1)); ++at) {
        if (byteRect(at).contains(event->position()))
            choose(at);
    }
}

void PacketHex::keyPressEvent(QKeyEvent *event)
{
    const std::optional<qsizetype> to =
        moved(m_caret, event->key(), m_perLine, verticalScrollBar()->pageStep());
    if (!to || event->modifiers().testFlag(Qt::ControlModifier))
        QAbstractScrollArea::keyPressEvent(event);
    else if (*to >= 0 || m_caret > 0)
        choose(*to);
}

void PacketHex::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    announceLine(this, caretLine());
}

void PacketHex::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void PacketHex::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::PaletteChange)
        return;
    readLook();
    layOut();
}

} // namespace swb::ui
