#pragma once

#include "lens/lifecycle.h"
#include "models/benchmodel.h"
#include "models/statesmodel.h"
#include "pages/tcppage.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <optional>

class QSlider;
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

/// Places the byte pipeline and the twin state machines on the lens on TCP, and has both ends of the
/// connection that is selected watched while one of them is seen.
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

    void writeTo(const QString &path, TcpView view); ///< the drawing as SVG; says how it went

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTools();
    QToolButton *makeSave(TcpView view, const QString &name);
    void wire();
    void retranslate();
    bool isShown(TcpView view) const;
    void follow();
    void show();
    void takeFrame();
    void findTwin();
    void want();
    void showSamples();
    void showPipeline();
    void chooseMoment(int place);
    void showMoments();
    void showStates();
    StatesModel::End theirEnd(const bench::ConnectionStatus &connection) const;
    QList<bench::ConnectionSample> twinSamples() const;
    QString emptyText() const;
    const bench::ConnectionStatus *selected() const;
    const bench::ConnectionStatus *liveTwin() const; ///< null: no program of this bench has it
    void updateTools();
    void chooseFile(TcpView view);

    Parts m_parts;
    PipelineModel *m_pipeline;
    DiagramView *m_pipelineView;
    StatesModel *m_states;
    DiagramView *m_statesView;
    QSlider *m_moment; ///< which of the samples the pipeline shows; at its end the newest
    std::optional<Timestamp> m_until; ///< that was chosen with it
    QToolButton *m_stopReading; ///< at the other end
    QToolButton *m_savePipeline;
    QToolButton *m_saveStates;
    BenchModel::Target m_target;
    ConnectionId m_connection; ///< of the target
    ConnectionId m_twin; ///< invalid: not in this bench, or recording
    std::unique_ptr<lens::Lifecycle> m_ourLife;
    std::unique_ptr<lens::Lifecycle> m_theirLife; ///< null: nobody tells
    QElapsedTimer m_looked; ///< since the other end was looked for
};

} // namespace swb::ui
