#pragma once

#include "models/stepmodel.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;

namespace swb::ui {

class ElidedLabel;

/// One call that was made: how a program writes it, what came of it, what really happened, and what the
/// kernel said before and after.
class StepDetails : public QScrollArea
{
    Q_OBJECT

public:
    explicit StepDetails(QWidget *parent = nullptr);

    void showCall(const StepCall &call, CallLanguage language);
    void clear(); ///< nothing was called yet

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFacts(const StepCall &call);
    void addCell(int row, int column, const QString &text, bool strong, bool faint);
    void retranslate();

    ElidedLabel *m_code;
    QLabel *m_result;
    QLabel *m_caption;
    QWidget *m_table;
    QGridLayout *m_grid = nullptr;
    bool m_isEmpty = true;
};

} // namespace swb::ui
