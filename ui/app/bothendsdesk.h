#pragma once

#include "models/benchmodel.h"
#include "pages/tcppage.h"

#include <QElapsedTimer>
#include <QObject>

class QToolButton;
class QWidget;

namespace swb::ui {

class Banner;
class BenchSession;
class DiagramView;
class PipelineModel;
class SampleDesk;
class TcpDesk;
class WorkPage;
class WorkPresenter;

/// Places the byte pipeline on the lens on TCP, and has both ends of the connection that is selected watched
/// while it is seen.
class BothEndsDesk : public QObject
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
    BothEndsDesk(const Parts &parts, QObject *parent);

    void writeTo(const QString &path); ///< the drawing as SVG; says how it went

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTools();
    void wire();
    void retranslate();
    bool isShown(TcpView view) const;
    void show();
    void takeFrame();
    void findTwin();
    void want();
    void showSamples();
    void showPipeline();
    QString emptyText() const;
    const bench::ConnectionStatus *selected() const;
    const bench::ConnectionStatus *liveTwin() const; ///< null: no program of this bench has it
    void updateTools();
    void chooseFile();

    Parts m_parts;
    PipelineModel *m_pipeline;
    DiagramView *m_pipelineView;
    QToolButton *m_stopReading; ///< at the other end
    QToolButton *m_save;
    BenchModel::Target m_target;
    ConnectionId m_connection; ///< of the target
    ConnectionId m_twin; ///< invalid: not in this bench, or recording
    QElapsedTimer m_looked; ///< since the other end was looked for
};

} // namespace swb::ui
