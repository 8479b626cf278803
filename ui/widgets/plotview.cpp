#include "widgets/plotview.h"

#include "models/plotmodel.h"
#include "widgets/plotlook.h"

#include <QBuffer>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QStackedLayout>
#include <QSvgGenerator>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <limits>

using namespace Qt::StringLiterals;

namespace swb::ui {

using lens::PlotRow;
using lens::PlotSeries;

namespace {

constexpr int leastChartHeight = 10 * Space::One;
constexpr double headroom = 1.3; ///< above the highest value, for names
constexpr double justBefore = 1e-6; ///< seconds

double seconds(Timestamp time)
{
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}

QColor veil(QColor colour)
{
    colour.setAlphaF(0.8F);
    return colour;
}

} // namespace

PlotView::PlotView(QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot)
    , m_hint(new QLabel)
    , m_readout(new QLabel)
    , m_stack(new QStackedLayout)
{
    static_assert(charts == chartTotal);
    setObjectName(u"plotView"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setObjectName(u"plots"_s);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMouseTracking(true);
    m_plot->setMinimumHeight(charts * leastChartHeight);
    m_plot->installEventFilter(this);
    m_plot->plotLayout()->clear();
    m_plot->plotLayout()->setRowSpacing(0);
    auto *margins = new QCPMarginGroup(m_plot);
    for (int chart = 0; chart < charts; ++chart) {
        makeChart(chart);
        m_charts[size_t(chart)].rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    }
    m_hint->setObjectName(u"plotHint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setMargin(Space::Three);
    m_readout->setObjectName(u"plotReadout"_s);
    m_readout->setTextFormat(Qt::PlainText);
    m_readout->setWordWrap(true);
    m_readout->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_readout->setContentsMargins(Space::One, Space::Half, Space::One, Space::Half);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"plotScroll"_s);
    scroll->setWidget(m_plot);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *plots = new QWidget;
    auto *column = new QVBoxLayout(plots);
    column->setContentsMargins(1, 1, 1, 1); // the frame of the focus
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(m_readout);
    m_stack->addWidget(m_hint);
    m_stack->addWidget(plots);
    setLayout(m_stack);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    applyLook(palette());
    retranslate();
}

void PlotView::makeChart(int chart)
{
    ChartParts &parts = m_charts[size_t(chart)];
    parts.rect = new QCPAxisRect(m_plot);
    m_plot->plotLayout()->addElement(chart, 0, parts.rect);
    parts.rect->axis(QCPAxis::atBottom)->setTicker(PlotLook::timeTicker());
    parts.rect->axis(QCPAxis::atBottom)->setTickLabels(chart == charts - 1);
    parts.rect->axis(QCPAxis::atLeft)->setTicker(PlotLook::amountTicker(Chart(chart)));
    for (QCPAxis *axis : parts.rect->axes()) {
        axis->setLayer(u"axes"_s);
        axis->grid()->setLayer(u"grid"_s);
        axis->setSubTicks(false);
        axis->setTickLength(0);
    }
    parts.title = new QCPTextElement(m_plot);
    parts.rect->insetLayout()->addElement(parts.title, Qt::AlignTop | Qt::AlignLeft);
    parts.legend = new QCPLegend;
    parts.rect->insetLayout()->addElement(parts.legend, Qt::AlignTop | Qt::AlignRight);
    parts.rect->insetLayout()->setMargins({});
    parts.legend->setLayer(u"legend"_s);
    parts.legend->setFillOrder(QCPLegend::foColumnsFirst);
    parts.legend->setBorderPen(Qt::NoPen);
    parts.legend->setMargins(QMargins(Space::Half, 0, Space::Half, 0));
    for (int i = 0; i < int(PlotLook::seriesOf(Chart(chart)).size()); ++i) {
        QCPGraph *graph =
            m_plot->addGraph(parts.rect->axis(QCPAxis::atBottom), parts.rect->axis(QCPAxis::atLeft));
        graph->removeFromLegend();
        graph->addToLegend(parts.legend);
    }
    parts.cursor = new QCPItemStraightLine(m_plot);
    parts.cursor->setClipAxisRect(parts.rect);
    for (QCPItemPosition *point : {parts.cursor->point1, parts.cursor->point2})
        point->setAxes(parts.rect->axis(QCPAxis::atBottom), parts.rect->axis(QCPAxis::atLeft));
}

void PlotView::applyLook(const QPalette &palette)
{
    m_plot->setBackground(palette.brush(QPalette::Base));
    m_readout->setFont(captionFont(font()));
    m_readout->setMinimumHeight(2 * QFontMetrics(m_readout->font()).lineSpacing() + Space::One);
    for (int chart = 0; chart < charts; ++chart)
        lookAtPart(m_charts[size_t(chart)], chart, palette);
}

void PlotView::lookAtPart(ChartParts &parts, int chart, const QPalette &palette)
{
    const Theme theme = Theme::of(palette);
    const QFont small = captionFont(font());
    const QColor text = palette.color(QPalette::Text);
    for (QCPAxis *axis : parts.rect->axes()) {
        axis->setTickLabelFont(small);
        axis->setTickLabelColor(theme.faint);
        axis->setBasePen(QPen(theme.hairline));
        axis->setTickPen(Qt::NoPen);
        axis->grid()->setPen(QPen(theme.hairline));
        axis->grid()->setZeroLinePen(QPen(theme.hairline));
    }
    // Names of amounts become longer and shorter; the time must not move to and fro with them.
    const int names = QFontMetrics(small).horizontalAdvance(u"999.9 MiB/s"_s) + Space::Two;
    parts.rect->setMinimumMargins(QMargins(names, Space::Half, Space::Two, Space::Half));
    QFont bold = small;
    bold.setWeight(QFont::DemiBold);
    parts.title->setFont(bold);
    parts.title->setTextColor(text);
    parts.legend->setFont(small);
    parts.legend->setTextColor(text);
    parts.legend->setBrush(veil(palette.color(QPalette::Base)));
    parts.legend->setIconSize(Space::Three, QFontMetrics(small).height());
    parts.cursor->setPen(QPen(text, 1));
    const QList<PlotSeries> series = PlotLook::seriesOf(Chart(chart));
    const QList<QCPGraph *> graphs = parts.rect->graphs();
    for (int i = 0; i < series.size(); ++i)
        graphs[i]->setPen(PlotLook::pen(series[i], theme));
}

/// The names of lines stand beside the title, else in its place, else below one another.
void PlotView::fitNames(int width)
{
    for (const ChartParts &parts : m_charts) {
        const QMargins margins = parts.rect->minimumMargins();
        const int room = width - margins.left() - margins.right();
        parts.legend->setFillOrder(QCPLegend::foColumnsFirst);
        const auto needed = [](const QCPLayoutElement *names) {
            return names->minimumOuterSizeHint().width();
        };
        if (needed(parts.legend) > room)
            parts.legend->setFillOrder(QCPLegend::foRowsFirst);
        parts.title->setVisible(needed(parts.legend) + needed(parts.title) <= room);
    }
}

void PlotView::retranslate()
{
    setAccessibleName(tr("Plots"));
    for (int chart = 0; chart < charts; ++chart) {
        m_charts[size_t(chart)].title->setText(PlotLook::title(Chart(chart)));
        const QList<PlotSeries> series = PlotLook::seriesOf(Chart(chart));
        const QList<QCPGraph *> graphs = m_charts[size_t(chart)].rect->graphs();
        for (int i = 0; i < series.size(); ++i)
            graphs[i]->setName(PlotModel::name(series[i]));
    }
    fitNames(m_plot->width());
    showCursor();
}

void PlotView::setModel(PlotModel *model)
{
    m_model = model;
    connect(model, &QAbstractItemModel::rowsInserted, this, &PlotView::takeRows);
    connect(model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { loseRows(last - first + 1); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_current = -1;
        setFollowing(true);
        takeRows();
        if (m_model->rowCount() > 0)
            setRange(timeOf(m_model->rowCount() - 1) - 30, timeOf(m_model->rowCount() - 1));
    });
    takeRows();
}

void PlotView::setEmptyText(const QString &text)
{
    m_hint->setText(text);
}

void PlotView::loseRows(int count)
{
    m_current = std::max(m_current - count, -1);
    takeRows();
}

void PlotView::takeRows()
{
    const int rows = m_model->rowCount();
    m_stack->setCurrentIndex(rows > 0 ? 1 : 0);
    drawRows();
    if (m_following && rows > 0)
        setRange(timeOf(rows - 1) - span(), timeOf(rows - 1));
    fitHeights();
    showCursor();
}

void PlotView::drawRows()
{
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    for (int chart = 0; chart < charts; ++chart) {
        const QList<PlotSeries> series = PlotLook::seriesOf(Chart(chart));
        const QList<QCPGraph *> graphs = m_charts[size_t(chart)].rect->graphs();
        for (int i = 0; i < series.size(); ++i) {
            QVector<QCPGraphData> points;
            points.reserve(m_model->rowCount());
            for (const PlotRow &row : m_model->rows()) {
                const double time = seconds(row.time);
                if (row.afterGap)
                    points.append({time - justBefore, nothing});
                points.append({time, row.value(series[i]).value_or(nothing)});
            }
            graphs[i]->data()->set(points, true);
        }
    }
}

/// Each chart from zero to what is highest in sight.
void PlotView::fitHeights()
{
    for (int chart = 0; chart < charts; ++chart) {
        double highest = PlotLook::leastHeight(Chart(chart));
        for (const PlotSeries series : PlotLook::seriesOf(Chart(chart))) {
            for (const PlotRow &row : m_model->rows()) {
                const double time = seconds(row.time);
                if (time >= m_from && time <= m_to)
                    highest = std::max(highest, row.value(series).value_or(0));
            }
        }
        m_charts[size_t(chart)].rect->axis(QCPAxis::atLeft)->setRange(0, highest * headroom);
    }
}

double PlotView::timeOf(int row) const
{
    return seconds(m_model->rows()[row].time);
}

int PlotView::rowAt(double time) const
{
    const QList<PlotRow> &rows = m_model->rows();
    const auto after = std::lower_bound(
        rows.begin(), rows.end(), time, [](const PlotRow &row, double t) { return seconds(row.time) < t; });
    const int row = int(after - rows.begin());
    if (row == rows.size())
        return row - 1;
    return row > 0 && time - timeOf(row - 1) < timeOf(row) - time ? row - 1 : row;
}

QString PlotView::readout() const
{
    if (!m_model || m_model->rowCount() == 0)
        return {};
    return m_model->sentence(m_current >= 0 ? m_current : m_model->rowCount() - 1);
}

void PlotView::showCursor()
{
    for (const ChartParts &parts : m_charts) {
        parts.cursor->setVisible(m_model && m_current >= 0);
        if (!m_model || m_current < 0)
            continue;
        parts.cursor->point1->setCoords(timeOf(m_current), 0);
        parts.cursor->point2->setCoords(timeOf(m_current), 1);
    }
    m_readout->setText(readout());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QByteArray PlotView::svg(const QSize &size)
{
    if (!m_model || m_model->rowCount() == 0)
        return {};
    QByteArray drawing;
    QBuffer buffer(&drawing);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(accessibleName());
    applyLook(QPalette(Qt::white));
    fitNames(size.width());
    QCPPainter painter;
    painter.begin(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    m_plot->toPainter(&painter, size.width(), size.height());
    painter.end();
    applyLook(palette());
    fitNames(m_plot->width());
    return drawing;
}

QByteArray PlotView::png(const QSize &size, qreal scale)
{
    if (!m_model || m_model->rowCount() == 0)
        return {};
    applyLook(QPalette(Qt::white));
    fitNames(size.width());
    const QPixmap picture = m_plot->toPixmap(size.width(), size.height(), scale);
    applyLook(palette());
    fitNames(m_plot->width());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    picture.save(&buffer, "PNG");
    return bytes;
}

void PlotView::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PlotView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyLook(palette());
        fitNames(m_plot->width());
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
    QWidget::changeEvent(event);
}

} // namespace swb::ui
