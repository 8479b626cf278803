#pragma once

#include "models/stepmodel.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QSplitter;
class QTableView;

namespace swb::ui {

class Announcer;
class SegmentedSwitch;
class StepDetails;
class StepPanel;

/// "Step by step": a server and a client, played by hand, one system call at a time; below, the calls so far
/// and what the chosen one of them did.
class StepPage : public QWidget
{
    Q_OBJECT

public:
    /// `session` is not owned and must outlive the page.
    explicit StepPage(StepSession *session, QWidget *parent = nullptr);

    QWidget *tools() const { return m_tools; } ///< for who places the page; not owned by it
    CallLanguage language() const { return m_model->language(); }

Q_SIGNALS:
    void copyRequested();
    void startOverRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeSwitches();
    void makeTools();
    void makeLog();
    void layOut();
    void wire();
    void wirePanel(StepPanel *panel);
    void takeCall(int index);
    void learnAddress(const lens::PerformedCall &call);
    void showCall();
    void refresh();
    void retranslate();

    StepSession *m_session;
    StepModel *m_model;
    StepPanel *m_server;
    StepPanel *m_client;
    SegmentedSwitch *m_transport;
    SegmentedSwitch *m_family;
    SegmentedSwitch *m_language;
    QWidget *m_tools;
    QPushButton *m_copy;
    QPushButton *m_startOver;
    QTableView *m_log;
    StepDetails *m_details;
    QSplitter *m_rows;
    QSplitter *m_foot;
    Announcer *m_announcer;
    QTimer m_facts;
};

} // namespace swb::ui
