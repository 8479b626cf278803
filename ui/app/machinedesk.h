#pragma once

#include "net/resolver.h"

#include <QObject>
#include <QProcess>

class QAction;

namespace swb::ui {

class MachineModel;
class MachinePage;
class PageStack;

/// "My machine": opens its page, reads the computer on another thread, looks names up, and runs the system's
/// ping on request.
class MachineDesk : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned; both must outlive the desk.
    MachineDesk(QAction *open, PageStack *pages, QObject *parent);
    ~MachineDesk() override; ///< ends a ping that runs

private:
    void open();
    void makePage();
    void read();
    void lookUp();
    void ping();

    PageStack *m_pages;
    MachineModel *m_model;
    MachinePage *m_page = nullptr; ///< made when it is wanted; the stack owns it
    net::Resolver m_resolver;
    QString m_host; ///< that is looked up
    QProcess m_ping;
    bool m_isReading = false;
};

} // namespace swb::ui
