#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QObject>

#include <array>

class QToolButton;
class QWidget;

namespace swb::ui {

class Banner;
class BenchSession;
class BenchTree;
class LadderModel;
class LadderView;
class TcpDesk;
class WorkPage;
class WorkPresenter;

/// Places the ladder on the lens on TCP, shows the connection that is selected as one, leads from it to the
/// log, and writes it to a file.
class LadderDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QWidget *window; ///< over which it asks
        TcpDesk *tcp;
        WorkPage *page;
        BenchTree *tree;
        BenchSession *session;
        WorkPresenter *presenter;
        Banner *banner;
    };
    LadderDesk(const Parts &parts, QObject *parent);

    void writeTo(const QString &path); ///< as SVG; says how it went

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Tool
    {
        ZoomOut,
        ZoomIn,
        Follow,
        Export
    };
    void wire();
    void makeTools();
    void retranslate();
    bool isShown() const;
    void takeFrame();
    void showTarget();
    void updateTools();
    void lookAt(int row);
    void goToLog(int row);
    void chooseFile();
    void written(const QString &path, const Outcome &outcome);

    Parts m_parts;
    LadderModel *m_model;
    LadderView *m_view;
    std::array<QToolButton *, Export + 1> m_tools;
};

} // namespace swb::ui
