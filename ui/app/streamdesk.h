#pragma once

#include "base/ids.h"

#include <QObject>

#include <memory>

class QSettings;

namespace swb::journal {
class Recording;
struct Match;
} // namespace swb::journal

namespace swb::ui {

class Actions;
class BenchSession;
class CompareDesk;
class SearchModel;
class SegmentedSwitch;
class StreamView;
class WorkPage;
class WorkPresenter;

/// Puts the stream of the connection that is selected beside its log, as a lens of its own, and joins the
/// two: what is chosen in the one is shown in the other.
class StreamDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        WorkPage *page;
        Actions *actions;
        BenchSession *session;
        WorkPresenter *presenter;
        const SearchModel *search;
        QSettings *settings; ///< remember how bytes are shown
    };
    explicit StreamDesk(const Parts &parts, QObject *parent);

    StreamView *view() const { return m_view; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wire();
    void retranslate();
    void restoreMode();
    void takeFrame();
    void showTarget();
    void showLens();
    void showMatch(const journal::Match &match);

    Parts m_parts;
    StreamView *m_view;
    SegmentedSwitch *m_mode;
    CompareDesk *m_compare; ///< shows streams in the same mode
    std::shared_ptr<const journal::Recording> m_shown;
    ConnectionId m_connection; ///< of `m_shown`; invalid: none
};

} // namespace swb::ui
