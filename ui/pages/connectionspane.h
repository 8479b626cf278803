#pragma once

#include "pages/preferencepane.h"

class QSpinBox;

namespace swb::ui {

/// What new servers and clients start out with.
class ConnectionsPane : public PreferencePane
{
    Q_OBJECT

public:
    /// In bytes; whole mebibytes are shown.
    ConnectionsPane(qint64 smallestQueueLimit, qint64 largestQueueLimit, QWidget *parent = nullptr);

    QString title() const override { return tr("Connections"); }
    void show(qint64 queueLimit);

Q_SIGNALS:
    void queueLimitChosen(qint64 bytes);

protected:
    void retranslate() override;

private:
    QSpinBox *m_queue;
    FieldNote *m_queueNote;
    QLabel *m_queueLabel;
};

} // namespace swb::ui
