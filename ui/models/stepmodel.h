#pragma once

#include "models/stepsession.h"

#include <QAbstractTableModel>

namespace swb::ui {

/// In which language calls are written.
enum class CallLanguage
{
    Python,
    C
};

/// The calls of a session made by hand, in the order in which they were made.
class StepModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Time, ///< since the first call
        Side,
        Call,
        Result,
        Count
    };

    enum Role
    {
        IsErrorRole = Qt::UserRole, ///< bool
        IsCodeRole, ///< bool: as a program writes it
    };

    /// `session` is not owned and must outlive the model.
    explicit StepModel(const StepSession *session, QObject *parent = nullptr);

    CallLanguage language() const { return m_language; }
    void setLanguage(CallLanguage language);
    const StepCall &call(int row) const { return m_session->calls()[row]; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const StepCall &call, Column column) const;

    const StepSession *m_session;
    int m_rows = 0; ///< announced so far
    CallLanguage m_language = CallLanguage::Python;
};

} // namespace swb::ui
