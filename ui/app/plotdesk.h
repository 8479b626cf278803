#pragma once

#include "base/result.h"
#include "models/plotmodel.h"

#include <QObject>

#include <array>

class QToolButton;

namespace swb::ui {

class Banner;
class BenchSession;
class PlotsPage;
class SampleDesk;
class TcpDesk;
class WorkPage;
class WorkPresenter;

/// Puts the plots among the views of TCP, has the connection watched while they are looked at, and saves
/// them.
class PlotDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QWidget *window; ///< over which it asks
        TcpDesk *tcp;
        WorkPage *page;
        BenchSession *session;
        WorkPresenter *presenter;
        SampleDesk *samples;
        Banner *banner;
    };
    PlotDesk(const Parts &parts, QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Tool
    {
        Table,
        ZoomOut,
        ZoomIn,
        Follow,
        Export,
        ToolTotal
    };
    void makeTools();
    void wire();
    bool isShown() const;
    void showTarget();
    void showSamples();
    QString emptyText();
    void updateTools();
    void chooseFile();
    void writeTo(const QString &path);
    void written(const QString &path, const Outcome &outcome);
    void retranslate();

    Parts m_parts;
    PlotModel m_model;
    PlotsPage *m_plots;
    std::array<QToolButton *, ToolTotal> m_tools{};
};

} // namespace swb::ui
