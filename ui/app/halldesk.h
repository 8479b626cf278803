#pragma once

#include "lens/hall.h"

#include <QObject>

namespace swb::bench {
struct Changes;
}

namespace swb::ui {

class Actions;
class BenchSession;
class DiagramView;
class HallModel;
class SampleDesk;
class TcpDesk;
class WorkPage;
class WorkPresenter;

/// Places the listener's hall on the lens on TCP, and has it watched while it is seen. A listener whose
/// accepting is paused takes one client at a time on request.
class HallDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        TcpDesk *tcp;
        WorkPage *page;
        Actions *actions;
        BenchSession *session;
        WorkPresenter *presenter;
        SampleDesk *samples;
    };
    HallDesk(const Parts &parts, QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wire();
    void retranslate();
    void refresh();
    void takeFrame(const bench::Changes &changes);
    void sayWhatIsMissing();

    Parts m_parts;
    HallModel *m_model;
    DiagramView *m_view;
    EndpointId m_listener; ///< whose hall is shown; invalid: none is
    lens::Hall m_hall;
    bool m_isAvailable = true; ///< this system shows sockets
};

} // namespace swb::ui
