#pragma once

#include <QPointer>
#include <QWidget>

#include <array>
#include <optional>

class QCPAxisRect;
class QCPItemStraightLine;
class QCPLegend;
class QCPTextElement;
class QCustomPlot;
class QLabel;
class QStackedLayout;

namespace swb::ui {

class PlotModel;

/// Charts of a connection over one time axis: zoomed and moved together, with a cursor that reads the values
/// of one moment. Only here and in what belongs to it is QCustomPlot used.
class PlotView : public QWidget
{
    Q_OBJECT

public:
    explicit PlotView(QWidget *parent = nullptr);

    void setModel(PlotModel *model); ///< not owned
    void setEmptyText(const QString &text); ///< while there is nothing to draw
    int currentRow() const { return m_current; } ///< under the cursor; -1: none
    void setCurrentRow(int row); ///< and into sight
    bool isFollowing() const { return m_following; } ///< the newest stays in sight
    void setFollowing(bool following);
    void zoomIn();
    void zoomOut();
    void showAll();
    bool canZoomIn() const;
    bool canZoomOut() const;
    double span() const { return m_to - m_from; } ///< seconds in sight
    QString readout() const;

    /// As on paper, whatever the theme. Empty: nothing is there.
    QByteArray svg(const QSize &size);
    QByteArray png(const QSize &size, qreal scale);

Q_SIGNALS:
    void followingChanged(bool following);
    void currentRowChanged(int row);
    void rangeChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct ChartParts
    {
        QCPAxisRect *rect = nullptr;
        QCPTextElement *title = nullptr;
        QCPLegend *legend = nullptr;
        QCPItemStraightLine *cursor = nullptr;
    };
    static constexpr int charts = 4;

    void makeChart(int chart);
    void applyLook(const QPalette &palette);
    void lookAtPart(ChartParts &parts, int chart, const QPalette &palette);
    void retranslate();
    void takeRows();
    void loseRows(int count);
    void drawRows();
    void setRange(double from, double to);
    void setRangeByHand(double from, double to);
    void fitHeights();
    void fitNames(int width);
    void showCursor();
    void zoom(double factor, double around);
    double centre() const; ///< what zooming keeps in its place: the cursor, or the end while following
    double timeOf(int row) const;
    int rowAt(double time) const; ///< the nearest; -1: none
    int rowUnder(const QPoint &position) const;

    QPointer<PlotModel> m_model; ///< goes before the view where both end with the window
    QCustomPlot *m_plot;
    QLabel *m_hint;
    QLabel *m_readout;
    QStackedLayout *m_stack;
    std::array<ChartParts, charts> m_charts;
    double m_from = 0; ///< seconds since the epoch
    double m_to = 30;
    bool m_following = true;
    int m_current = -1;
    std::optional<QPoint> m_dragged; ///< where the mouse was last while it drags
};

} // namespace swb::ui
