#pragma once

#include "app/actions.h"
#include "models/benchmodel.h"
#include "models/factsmodel.h"

#include <QObject>

#include <optional>

class QSettings;
class QSplitter;

namespace swb::ui {

class Banner;
class BenchSession;
class Inspector;
class SampleDesk;
class WorkPage;
class WorkPresenter;

/// Unfolds the facts to the right of the work, where there is room, and keeps them up with what is selected.
/// While they are folded away, nothing is watched for them.
class InspectorDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QSplitter *places; ///< in which the facts come last
        WorkPage *page;
        Banner *banner;
        Actions *actions;
        BenchSession *session;
        WorkPresenter *presenter;
        SampleDesk *samples;
        QSettings *settings;
    };
    InspectorDesk(const Parts &parts, QObject *parent);

    Inspector *inspector() const { return m_inspector; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What is told of something that is selected.
    struct Telling
    {
        QList<kernel::Sample> samples; ///< by ascending times; the last is told
        QString subject;
        QString moment;
        QString command;
        QString hint; ///< why there is nothing to tell
    };

    void setWanted(bool wanted);
    bool hasRoom() const;
    void arrange();
    void unfold();
    void showTarget();
    void refresh();
    Telling tellingOf(const bench::ConnectionStatus &connection);
    Telling recordedTelling(const bench::ConnectionStatus &connection);
    Telling tellingOf(const bench::EndpointStatus &listener) const;
    const bench::EndpointStatus *listener() const; ///< null: none is selected
    std::optional<Timestamp> timeLookedAt() const; ///< of the row of the log

    Parts m_parts;
    FactsModel m_model;
    Inspector *m_inspector;
    bool m_isSeen = false;
};

} // namespace swb::ui
