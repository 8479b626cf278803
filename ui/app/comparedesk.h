#pragma once

#include "models/benchmodel.h"
#include "widgets/streamlayout.h"

#include <QObject>
#include <QTimer>

#include <array>

namespace swb::journal {
struct Match;
}

namespace swb::ui {

class Actions;
class BenchSession;
class ComparePage;
class SearchModel;
class WorkPage;
class WorkPresenter;

/// Fills the lens that shows two connections side by side: what is selected on the left, and the other end
/// of it on the right where both ends are on the bench.
class CompareDesk : public QObject
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
    };
    CompareDesk(const Parts &parts, QObject *parent);

    void setMode(StreamMode mode);

private:
    struct Choice
    {
        BenchModel::Target target;
        QString name;
        SocketAddress local;
        SocketAddress peer;
    };
    void wire();
    bool isShown() const;
    void showLens();
    void takeFrame();
    void listConnections();
    void showMatch(const journal::Match &match);
    void showChoices();
    void choose(int side, const BenchModel::Target &target);
    int indexOf(const BenchModel::Target &target) const; ///< -1: it is not there
    BenchModel::Target otherEnd(const BenchModel::Target &target) const; ///< or another one; itself: none

    Parts m_parts;
    ComparePage *m_compare;
    QList<Choice> m_choices;
    std::array<BenchModel::Target, 2> m_chosen; ///< RowKind::All: nothing
    QTimer m_pause; ///< runs while the list of connections is fresh enough
    bool m_isStale = true;
};

} // namespace swb::ui
