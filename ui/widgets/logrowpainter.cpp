#include "widgets/logrowpainter.h"

#include "codec/visible.h"
#include "widgets/strokes.h"

#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>
#include <QtMath>

#include <algorithm>

namespace swb::ui {

namespace {

/// Before the time, for the flags of marked rows.
constexpr int Gutter = Space::Two;

} // namespace

LogRowPainter::LogRowPainter(const QFont &interfaceFont, const QFont &data, const QPalette &palette)
    : m_interfaceFont(interfaceFont)
    , m_dataFont(data)
    , m_interfaceMetrics(interfaceFont)
    , m_dataMetrics(data)
    , m_controls(data)
    , m_text(palette.color(QPalette::Text))
    , m_accent(palette.color(QPalette::Highlight))
    , m_theme(Theme::of(palette))
{
}

int LogRowPainter::rowHeight() const
{
    return qRound(std::max(m_interfaceMetrics.height(), m_dataMetrics.height())) + Space::One;
}

int LogRowPainter::columnWidth(LogModel::Column column) const
{
    const auto wide = [this](QLatin1StringView sample) {
        return qCeil(m_dataMetrics.horizontalAdvance(QString(sample))) + 2 * Space::One + 1;
    };
    switch (column) {
    case LogModel::Column::Time:
        return wide(QLatin1StringView("+00 000.000 000 s")) + Gutter;
    case LogModel::Column::Connection:
        return wide(QLatin1StringView("#99999"));
    case LogModel::Column::Direction:
        return 6 * Space::One;
    case LogModel::Column::Peer:
        return wide(QLatin1StringView("127.0.0.1:65535"));
    case LogModel::Column::Size:
        return wide(QLatin1StringView("1023.9 KiB"));
    case LogModel::Column::Text:
        return 40 * Space::One;
    }
    return 0;
}

void LogRowPainter::paint(QPainter &painter, const LogRow &row, const QRect &rect, const QHeaderView &columns,
    const State &state) const
{
    paintBackground(painter, rect, state);
    const bool isData = row.event.carriesBytes();
    for (int section = 0; section < columns.count(); ++section) {
        if (columns.isSectionHidden(section))
            continue;
        const QRect cell(columns.sectionViewportPosition(section) + Space::One, rect.top(),
            columns.sectionSize(section) - 2 * Space::One, rect.height());
        switch (static_cast<LogModel::Column>(section)) {
        case LogModel::Column::Time:
            if (row.annotation.marked)
                paintFlag(painter, cell);
            paintCell(painter, row.time, cell.adjusted(Gutter, 0, 0, 0), Qt::AlignRight, m_theme.faint);
            break;
        case LogModel::Column::Connection:
            if (row.event.connection.isValid())
                paintCell(painter, QStringLiteral("#%1").arg(row.event.connection.value), cell, Qt::AlignLeft,
                    m_theme.faint);
            break;
        case LogModel::Column::Direction:
            paintDirection(painter, row, cell);
            break;
        case LogModel::Column::Peer:
            paintCell(painter, row.peer, cell, Qt::AlignLeft, isData ? m_text : m_theme.faint);
            break;
        case LogModel::Column::Size:
            paintCell(painter, row.size, cell, Qt::AlignRight, m_text);
            break;
        case LogModel::Column::Text:
            paintMatches(painter, row, cell, state);
            paintText(painter, row, cell);
            break;
        }
    }
}

void LogRowPainter::paintBackground(QPainter &painter, const QRect &rect, const State &state) const
{
    switch (state.selection) {
    case Selection::None:
        if (state.striped)
            painter.fillRect(rect, m_theme.stripe);
        break;
    case Selection::Idle:
        painter.fillRect(rect, m_theme.selectionIdle);
        break;
    case Selection::Focused:
        painter.fillRect(rect, m_theme.selection);
        break;
    }
    if (state.current && state.selection == Selection::Focused)
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), m_theme.mark);
}

void LogRowPainter::paintDirection(QPainter &painter, const LogRow &row, const QRect &cell) const
{
    const bool received = row.event.kind == EventKind::Received;
    const QRectF whole(cell);
    const QRectF half(
        received ? whole.left() : whole.center().x(), whole.top(), whole.width() / 2, whole.height());
    QPainterPath shape;
    QColor colour = received ? m_theme.received : m_theme.sent;
    if (row.event.carriesBytes()) {
        shape = strokes::arrow(strokes::centred(half, 16, 8), received);
    } else if (row.isError()) {
        shape = strokes::cross(strokes::centred(whole, 7, 7));
        colour = m_theme.error;
    } else if (row.isWarning()) {
        shape = strokes::warning(strokes::centred(whole, 12, 11));
        colour = m_theme.warning;
    } else {
        shape.addEllipse(strokes::centred(whole, 4, 4));
        colour = m_theme.faint;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(shape);
    painter.restore();
}

void LogRowPainter::paintFlag(QPainter &painter, const QRect &cell) const
{
    const QRectF box = strokes::centred(QRectF(cell.left(), cell.top(), 9, cell.height()), 8, 10);
    QPainterPath flag(box.topLeft());
    flag.lineTo(box.topRight());
    flag.lineTo(box.right() - 2.5, box.top() + 3);
    flag.lineTo(box.right(), box.top() + 6);
    flag.lineTo(box.left(), box.top() + 6);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_accent, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(box.topLeft(), box.bottomLeft());
    painter.setBrush(m_accent);
    painter.drawPath(flag);
    painter.restore();
}

void LogRowPainter::paintText(QPainter &painter, const LogRow &row, const QRect &cell) const
{
    const bool isData = row.event.carriesBytes();
    const int pill = noteWidth(row.annotation.text, cell.width());
    const QRect words = cell.adjusted(0, 0, pill > 0 ? -pill - Space::One : 0, 0);
    painter.setFont(isData ? m_dataFont : m_interfaceFont);
    const qreal end = paintRuns(painter, row.text, words,
        row.isError()         ? m_theme.error
            : row.isWarning() ? m_theme.warning
            : isData          ? m_text
                              : m_theme.faint);
    if (pill > 0)
        paintNote(painter, row.annotation.text,
            QRect(qCeil(std::min<qreal>(end, words.left() + words.width())) + Space::One, cell.top() + 2,
                pill, cell.height() - 4));
}

/// At most half of the cell: what was said about the bytes must not hide them.
int LogRowPainter::noteWidth(const QString &note, int room) const
{
    if (note.isEmpty())
        return 0;
    const qreal text = m_interfaceMetrics.horizontalAdvance(note.left(room));
    return std::min(qCeil(text) + 2 * Space::One, room / 2);
}

void LogRowPainter::paintNote(QPainter &painter, const QString &note, const QRect &pill) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = m_accent;
    ground.setAlphaF(0.14F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    painter.restore();
    painter.setFont(m_interfaceFont);
    painter.setPen(m_text);
    const QRect words = pill.adjusted(Space::One, 0, -Space::One, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        m_interfaceMetrics.elidedText(codec::visibleText(note), Qt::ElideRight, words.width()));
}

bool LogRowPainter::isCut(const LogRow &row, LogModel::Column column, int width) const
{
    const qreal room = width - 2 * Space::One;
    switch (column) {
    case LogModel::Column::Time:
    case LogModel::Column::Direction:
        return true; // the date, and a word for the arrow
    case LogModel::Column::Connection:
        return false;
    case LogModel::Column::Size:
        return m_dataMetrics.horizontalAdvance(row.size) > room;
    case LogModel::Column::Peer:
        return m_dataMetrics.horizontalAdvance(row.peer) > room;
    case LogModel::Column::Text:
        break;
    }
    const QFontMetricsF &metrics = row.event.carriesBytes() ? m_dataMetrics : m_interfaceMetrics;
    // Of a text that could never fit, not even all is measured.
    const qsizetype most = static_cast<qsizetype>(room) + 1;
    return !row.annotation.text.isEmpty() || metrics.horizontalAdvance(row.text.text.left(most)) > room;
}

void LogRowPainter::paintCell(
    QPainter &painter, const QString &text, const QRect &cell, Qt::Alignment side, const QColor &colour) const
{
    if (text.isEmpty())
        return;
    painter.setFont(m_dataFont);
    painter.setPen(colour);
    const QString shown = m_dataMetrics.elidedText(text, Qt::ElideRight, cell.width());
    const qreal space = side == Qt::AlignRight ? cell.width() - m_dataMetrics.horizontalAdvance(shown) : 0;
    painter.drawText(QPointF(cell.left() + space, baseline(cell)), shown);
}

qreal LogRowPainter::paintRuns(
    QPainter &painter, const lens::RowText &text, const QRect &cell, const QColor &plain) const
{
    const QFontMetricsF metrics(painter.font());
    const qreal room = metrics.horizontalAdvance(QStringLiteral("…"));
    const qreal right = cell.left() + cell.width();
    QPointF at(cell.left(), baseline(cell));
    for (const lens::RowText::Run &run : text.runs) {
        const QString whole = text.text.mid(run.start, run.length);
        const bool isLast = &run == &text.runs.last();
        painter.setPen(colourOf(run.look, plain));
        if (run.look == lens::RowText::Look::Mark) {
            if (!paintMarks(painter, whole, at, right - room))
                return right;
            continue;
        }
        // More characters than could ever fit are not even measured.
        const qreal left = right - at.x();
        const qsizetype most = static_cast<qsizetype>(left / metrics.averageCharWidth() * 2) + 16;
        const QString shown =
            metrics.elidedText(whole.left(most), Qt::ElideRight, isLast ? left : left - room);
        painter.drawText(at, shown);
        if (shown != whole)
            return right;
        at.rx() += metrics.horizontalAdvance(shown);
    }
    return at.x();
}

bool LogRowPainter::paintMarks(QPainter &painter, const QString &marks, QPointF &at, qreal right) const
{
    const QFontMetricsF metrics(painter.font());
    for (qsizetype i = 0; i < marks.size();) {
        const QString name = ControlMark::nameOf(QStringView(marks).mid(i, 1));
        qsizetype end = i + 1;
        while (name.isEmpty() && end < marks.size()
            && ControlMark::nameOf(QStringView(marks).mid(end, 1)).isEmpty())
            ++end;
        const QString words = name.isEmpty() ? marks.mid(i, end - i) : QString();
        const qreal width = name.isEmpty() ? metrics.horizontalAdvance(words) : m_controls.width(name);
        if (at.x() + width > right) {
            painter.drawText(at, QStringLiteral("…"));
            return false;
        }
        if (name.isEmpty())
            painter.drawText(at, words);
        else
            m_controls.paint(painter, at, name, m_theme.mark);
        at.rx() += width;
        i = end;
    }
    return true;
}

QColor LogRowPainter::colourOf(lens::RowText::Look look, const QColor &plain) const
{
    switch (look) {
    case lens::RowText::Look::Plain:
        return plain;
    case lens::RowText::Look::Mark:
    case lens::RowText::Look::Invalid:
        return m_theme.mark;
    case lens::RowText::Look::Pending:
    case lens::RowText::Look::More:
        return m_theme.faint;
    }
    return plain;
}

qreal LogRowPainter::baseline(const QRect &cell) const
{
    // One baseline for all cells and all scripts: a fallback font must not move its row's text up or down.
    return cell.top() + qRound((cell.height() - m_dataMetrics.height()) / 2 + m_dataMetrics.ascent());
}

} // namespace swb::ui
