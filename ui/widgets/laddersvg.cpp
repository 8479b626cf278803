#include "widgets/laddersvg.h"

#include "models/laddertext.h"
#include "widgets/ladderpainter.h"

#include <QBuffer>
#include <QFontInfo>
#include <QSvgGenerator>

namespace swb::ui {

namespace {

constexpr int PaperWidth = 900;
constexpr int TextSize = 13; ///< pixels

QPalette paper()
{
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, QColor(0x1a, 0x1a, 0x1a));
    palette.setColor(QPalette::Highlight, QColor(0x30, 0x8c, 0xc6));
    return palette;
}

/// Of the pages that are drawn.
int heightOf(LadderLayout &layout, quint32 rows)
{
    int height = 0;
    for (quint32 index = 0; index * lens::Ladder::PageRows < rows; ++index)
        height += layout.page(index).height;
    return height;
}

} // namespace

QByteArray LadderSvg::document(
    lens::Ladder &ladder, const LadderScale &scale, const QFont &font, const QString &title)
{
    if (ladder.rowCount() == 0)
        return {};
    QFont textFont(QFontInfo(font).family());
    textFont.setPixelSize(TextSize);
    const LadderPainter look(textFont, paper());
    LadderLayout layout(ladder, scale, look.lineHeight());
    const quint32 rows = std::min(ladder.rowCount(), MostRows);
    const int height = heightOf(layout, rows);
    const bool isCut = rows < ladder.rowCount();
    const int foot = isCut ? look.lineHeight() + Space::One : 0;
    const QRect sheet(0, 0, PaperWidth, look.headHeight() + Space::One + height + foot + Space::One);

    QByteArray document;
    QBuffer buffer(&document);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sheet.size());
    generator.setViewBox(sheet);
    generator.setTitle(title.toHtmlEscaped()); // it is written as it is
    QPainter painter(&generator);
    painter.fillRect(sheet, Qt::white);
    look.paintHead(painter, ladder.rows(), {0, 0, PaperWidth, look.headHeight()});
    painter.save();
    painter.translate(0, look.headHeight() + Space::One);
    look.paint(painter, layout, {}, {PaperWidth, height}, {});
    painter.restore();
    if (isCut) {
        painter.setPen(look.theme().faint);
        painter.drawText(QRect(0, sheet.bottom() - foot, PaperWidth, foot), Qt::AlignCenter,
            LadderText::cut(rows, ladder.rowCount()));
    }
    painter.end();
    return document;
}

} // namespace swb::ui
