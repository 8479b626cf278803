#include "widgets/diagram.h"

#include "widgets/theme.h"

#include <QBuffer>
#include <QFontInfo>
#include <QSvgGenerator>

namespace swb::ui {

namespace {

constexpr int paperTextSize = 13; ///< pixels

QPalette paper()
{
    const QColor ink(0x1a, 0x1a, 0x1a);
    QPalette palette(ink, Qt::white, Qt::white, Qt::gray, Qt::gray, ink, Qt::white, Qt::white, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(0x30, 0x8c, 0xc6));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

} // namespace

QByteArray svgOf(Diagram &diagram, const QFont &font, const QString &title, const QSize &room)
{
    QFont textFont(QFontInfo(font).family());
    textFont.setPixelSize(paperTextSize);
    const QSize size = diagram.arrange(textFont, room);
    QByteArray document;
    QBuffer buffer(&document);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect({}, size));
    generator.setTitle(title.toHtmlEscaped()); // it is written as it is
    QPainter painter(&generator);
    painter.setFont(textFont);
    painter.fillRect(QRect({}, size), Qt::white);
    diagram.paint(painter, {paper(), -1, false});
    painter.end();
    return document;
}

} // namespace swb::ui
