#pragma once

#include "lens/ladder.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>

#include <memory>

namespace swb::ui {

/// The ladder of one connection as rows that can be read out: when, at which end, which call, what happened,
/// and how that is known. Rows are made as they are asked for; it grows at its end, and begins anew when the
/// other end of the connection turns up in the recording.
class LadderModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Time, ///< since the first row
        End,
        Call,
        Event,
        Certainty
    };
    static constexpr int columnTotal = int(Column::Certainty) + 1;

    explicit LadderModel(QObject *parent = nullptr);
    ~LadderModel() override;

    /// Null: nothing is shown.
    void setSource(std::shared_ptr<const journal::Recording> recording, ConnectionId connection);
    void setEvidence(const lens::LadderEvidence &evidence); ///< of the source; asked for anew with each
    void refresh(); ///< takes over what the recording has gained
    void retranslate();

    lens::Ladder *ladder() const { return m_ladder.get(); } ///< null: there is no source
    const std::shared_ptr<const journal::Recording> &recording() const { return m_recording; }
    ConnectionId connection() const { return m_connection; }
    EventSeq seqAt(int row) const;
    bool hasSeq(int row) const; ///< false: no event stands behind it
    QString sentence(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole; the whole sentence as ToolTipRole and AccessibleTextRole.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(int row, Column column) const;
    bool hasNewTwin();

    std::shared_ptr<const journal::Recording> m_recording;
    ConnectionId m_connection;
    std::unique_ptr<lens::Ladder> m_ladder;
    lens::LadderEvidence m_evidence;
    int m_rows = 0;
    QElapsedTimer m_looked; ///< since the other end was looked for
};

} // namespace swb::ui
