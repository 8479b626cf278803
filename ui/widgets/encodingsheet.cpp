#include "widgets/encodingsheet.h"

#include "codec/hexdump.h"
#include "widgets/linelistaccessible.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>

namespace swb::ui {

using lens::CharacterCell;
using Which = EncodingModel::Which;

namespace {

class EncodingSheetAccessible : public LineListAccessible
{
public:
    explicit EncodingSheetAccessible(EncodingSheet *sheet, const EncodingModel *model)
        : LineListAccessible(sheet)
        , m_model(model)
    {
    }
    int lineCount() const override { return m_model ? m_model->rowCount() : 0; }
    int currentLine() const override { return sheet()->current(); }
    int lineAt(int y) const override { return sheet()->rowAt(QPointF(sheet()->byteRect(0).center().x(), y)); }
    QRect lineRect(int line) const override { return sheet()->byteRect(line).toRect(); }
    QString lineText(int line) const override { return m_model->accessibleText(line); }
    bool isLineSelected(int line) const override { return line == sheet()->current(); }

private:
    EncodingSheet *sheet() const { return static_cast<EncodingSheet *>(object()); }
    const EncodingModel *m_model;
};

QAccessibleInterface *makeAccessible(const QString &key, QObject *object)
{
    Q_UNUSED(key)
    auto *sheet = qobject_cast<EncodingSheet *>(object);
    return sheet ? new EncodingSheetAccessible(sheet, sheet->model()) : nullptr;
}

void installAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

/// A torn edge: what a cut does to a character.
QPainterPath tear(qreal x, qreal top, qreal bottom)
{
    constexpr qreal step = 4;
    constexpr qreal depth = 2.5;
    QPainterPath path(QPointF(x, top));
    for (qreal y = top + step; y < bottom; y += step)
        path.lineTo(x + (path.elementCount() % 2 ? depth : -depth), y);
    path.lineTo(x, bottom);
    return path;
}

} // namespace

EncodingSheet::EncodingSheet(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installAccessibility();
    setObjectName(QStringLiteral("encodingSheet"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    readLook();
}

void EncodingSheet::setModel(const EncodingModel *model)
{
    m_model = model;
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_current = m_model->rowCount() > 0 ? std::max(0, m_model->rowOf(m_model->eventStart())) : -1;
        layOut();
        setCurrent(m_current);
    });
    connect(model, &QAbstractItemModel::dataChanged, viewport(), qOverload<>(&QWidget::update));
    layOut();
}

void EncodingSheet::readLook()
{
    m_font = dataFont();
    m_theme = Theme::of(palette());
    m_cell = 3.6 * QFontMetricsF(m_font).horizontalAdvance(QLatin1Char('0'));
}

qreal EncodingSheet::rowHeight() const
{
    return QFontMetricsF(m_font).height() + Space::One;
}

/// The name of what begins here, characters, bytes, characters, and room to the next line.
qreal EncodingSheet::lineHeight() const
{
    return QFontMetricsF(captionFont(font())).height() + 3 * rowHeight() + Space::Two;
}

qreal EncodingSheet::lineTop(int line) const
{
    return Space::One + line * lineHeight() - verticalScrollBar()->value();
}

qreal EncodingSheet::gutter() const
{
    const QFontMetricsF metrics(captionFont(font()));
    const qreal wanted = m_model ? std::max(metrics.horizontalAdvance(m_model->encoding(Which::First).name()),
                             metrics.horizontalAdvance(m_model->encoding(Which::Second).name()))
                                 : 0;
    return Space::Three + std::min<qreal>(wanted, viewport()->width() / 4.0);
}

void EncodingSheet::layOut()
{
    m_lines.clear();
    m_perLine = std::max(4, int((viewport()->width() - gutter() - Space::One) / m_cell));
    int row = 0;
    for (size_t i = 0; m_model && i < m_model->stretches().size(); ++i) {
        const auto size = int(m_model->stretches()[i].bytes.size());
        for (int at = 0; at < size; at += m_perLine)
            m_lines.push_back({i, row + at, std::min(m_perLine, size - at), at == 0 && i > 0});
        row += size;
    }
    const int height = int(Space::One + double(m_lines.size()) * lineHeight());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(int(rowHeight()));
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    viewport()->update();
}

int EncodingSheet::lineOf(int row) const
{
    const auto behind = std::upper_bound(m_lines.begin(), m_lines.end(), row,
        [](int wanted, const Line &line) { return wanted < line.firstRow; });
    return int(behind - m_lines.begin()) - 1;
}

QRectF EncodingSheet::byteRect(int row) const
{
    const int line = lineOf(row);
    if (row < 0 || line < 0)
        return {};
    const qreal caption = QFontMetricsF(captionFont(font())).height();
    return {gutter() + (row - m_lines[size_t(line)].firstRow) * m_cell, lineTop(line) + caption + rowHeight(),
        m_cell, rowHeight()};
}

int EncodingSheet::rowAt(const QPointF &inViewport) const
{
    const int line = int((inViewport.y() + verticalScrollBar()->value() - Space::One) / lineHeight());
    if (inViewport.y() < 0 || line < 0 || line >= int(m_lines.size()))
        return -1;
    const int place = int((inViewport.x() - gutter()) / m_cell);
    return place >= 0 && place < m_lines[size_t(line)].count ? m_lines[size_t(line)].firstRow + place : -1;
}

void EncodingSheet::setCurrent(int row)
{
    m_current = row;
    if (row >= 0) {
        const int top = int(Space::One + lineOf(row) * lineHeight());
        QScrollBar *bar = verticalScrollBar();
        if (top < bar->value())
            bar->setValue(top - Space::One);
        else if (top + lineHeight() > bar->value() + viewport()->height())
            bar->setValue(std::min(top, int(top + lineHeight()) - viewport()->height()));
    }
    viewport()->update();
    emit currentChanged(row);
    announceLine(this, row);
}

void EncodingSheet::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight);
    for (int line = 0; line < int(m_lines.size()); ++line) {
        if (lineTop(line) + lineHeight() > 0 && lineTop(line) < viewport()->height())
            paintLine(painter, line);
    }
}

void EncodingSheet::paintLine(QPainter &painter, int line) const
{
    const QRectF bytes = byteRect(m_lines[size_t(line)].firstRow);
    painter.setFont(captionFont(font()));
    painter.setPen(m_theme.faint);
    for (const Which which : {Which::First, Which::Second}) {
        const QRectF place(Space::One, which == Which::First ? bytes.top() - rowHeight() : bytes.bottom(),
            gutter() - Space::One, rowHeight());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(
                m_model->encoding(which).name(), Qt::ElideRight, int(place.width())));
    }
    if (m_lines[size_t(line)].begins)
        painter.drawText(
            QRectF(0, bytes.top(), gutter() - Space::One, rowHeight()), Qt::AlignCenter, QStringLiteral("…"));
    paintBytes(painter, line);
    paintCells(painter, line, Which::First);
    paintCells(painter, line, Which::Second);
    paintCuts(painter, line);
}

void EncodingSheet::paintBytes(QPainter &painter, int line) const
{
    const Line &shown = m_lines[size_t(line)];
    const EncodingModel::Stretch &stretch = m_model->stretches()[shown.stretch];
    painter.setFont(m_font);
    for (int row = shown.firstRow; row < shown.firstRow + shown.count; ++row) {
        const QRectF place = byteRect(row);
        const qint64 offset = m_model->offsetOf(row);
        const bool isOfEvent = offset >= m_model->eventStart() && offset < m_model->eventEnd();
        if (row == m_current)
            painter.fillRect(place, hasFocus() ? m_theme.selection : m_theme.selectionIdle);
        painter.setPen(isOfEvent ? palette().color(QPalette::Text) : m_theme.faint);
        painter.drawText(place, Qt::AlignCenter,
            codec::hexDigits(QByteArrayView(stretch.bytes).sliced(offset - stretch.start, 1)));
    }
}

void EncodingSheet::paintCells(QPainter &painter, int line, Which which) const
{
    const Line &shown = m_lines[size_t(line)];
    const EncodingModel::Stretch &stretch = m_model->stretches()[shown.stretch];
    const qint64 from = m_model->offsetOf(shown.firstRow);
    const qint64 until = from + shown.count;
    const QRectF bytes = byteRect(shown.firstRow);
    const qreal top = which == Which::First ? bytes.top() - rowHeight() : bytes.bottom();
    for (const CharacterCell &cell : stretch.cells(which).cells) {
        if (cell.end <= from || cell.start >= until)
            continue;
        const qint64 left = std::max(cell.start, from);
        const qint64 right = std::min(cell.end, until);
        const QRectF place(
            gutter() + double(left - from) * m_cell, top, double(right - left) * m_cell, rowHeight());
        const bool showsText = cell.start >= from || from == stretch.start;
        paintCell(painter, place.adjusted(1.5, 1.5, -1.5, -1.5), cell,
            lens::EncodingCells::isCut(cell, stretch.chunks), showsText);
    }
}

void EncodingSheet::paintCell(
    QPainter &painter, const QRectF &place, const CharacterCell &cell, bool isCut, bool showsText) const
{
    const bool isNone = cell.kind == CharacterCell::Kind::Invalid || cell.kind == CharacterCell::Kind::Held;
    painter.setBrush(isCut ? QBrush(m_theme.match)
            : isNone       ? QBrush(m_theme.hairline, Qt::BDiagPattern)
                           : QBrush(m_theme.stripe));
    painter.setPen(QPen(
        isCut ? m_theme.warning : m_theme.hairline, isCut ? 1.5 : 1, isNone ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(place, 3, 3);
    if (!showsText || isNone)
        return;
    const bool isMark = cell.kind != CharacterCell::Kind::Text;
    painter.setFont(m_font);
    painter.setPen(isMark ? m_theme.mark : palette().color(QPalette::Text));
    painter.drawText(
        place, Qt::AlignCenter, QFontMetricsF(m_font).elidedText(cell.text, Qt::ElideRight, place.width()));
}

/// Where one piece ends and the next begins, with the name of what begins.
void EncodingSheet::paintCuts(QPainter &painter, int line) const
{
    const Line &shown = m_lines[size_t(line)];
    const EncodingModel::Stretch &stretch = m_model->stretches()[shown.stretch];
    const qint64 from = m_model->offsetOf(shown.firstRow);
    const QRectF bytes = byteRect(shown.firstRow);
    const QFont caption = captionFont(font());
    painter.setFont(caption);
    qreal free = gutter();
    for (const lens::StreamChunk &chunk : stretch.chunks) {
        const qreal x = gutter() + double(chunk.start - from) * m_cell;
        if (chunk.start < from || chunk.start >= from + shown.count)
            continue;
        painter.setPen(QPen(m_theme.faint, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawLine(QPointF(x, lineTop(line) + 2), QPointF(x, bytes.bottom() + rowHeight()));
        for (const Which which : {Which::First, Which::Second}) {
            const qsizetype cell = stretch.cells(which).cellAt(chunk.start);
            if (cell < 0 || stretch.cells(which).cells[cell].start == chunk.start)
                continue;
            const qreal top = which == Which::First ? bytes.top() - rowHeight() : bytes.bottom();
            painter.setPen(QPen(m_theme.warning, 2));
            painter.drawPath(tear(x, top, top + rowHeight()));
        }
        const QString name = m_model->chunkName(chunk);
        const qreal width = QFontMetricsF(caption).horizontalAdvance(name) + Space::Half;
        if (x < free || x + width > viewport()->width())
            continue; // small pieces stand too close for names
        painter.setPen(m_theme.faint);
        painter.drawText(QPointF(x + Space::Half, lineTop(line) + QFontMetricsF(caption).ascent()), name);
        free = x + width + Space::Half;
    }
}

void EncodingSheet::mousePressEvent(QMouseEvent *event)
{
    if (const int row = rowAt(event->position()); row >= 0)
        setCurrent(row);
}

void EncodingSheet::keyPressEvent(QKeyEvent *event)
{
    const int rows = m_model ? m_model->rowCount() : 0;
    const bool toCut = event->modifiers().testFlag(Qt::ControlModifier);
    int row = -1;
    if (event->matches(QKeySequence::Copy)) {
        emit copyRequested();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        row = toCut ? m_model->nextCut(m_current, -1) : m_current - 1;
        break;
    case Qt::Key_Right:
        row = toCut ? m_model->nextCut(m_current, 1) : m_current + 1;
        break;
    case Qt::Key_Up:
        row = m_current - m_perLine;
        break;
    case Qt::Key_Down:
        row = m_current + m_perLine;
        break;
    case Qt::Key_Home:
        row = 0;
        break;
    case Qt::Key_End:
        row = rows - 1;
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (row >= 0 && row < rows)
        setCurrent(row);
}

void EncodingSheet::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    announceLine(this, m_current);
}

void EncodingSheet::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void EncodingSheet::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void EncodingSheet::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::PaletteChange)
        return;
    readLook();
    layOut();
}

QSize EncodingSheet::sizeHint() const
{
    return {80 * Space::One, int(2 * lineHeight())};
}

} // namespace swb::ui
