#pragma once

#include "base/ids.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace swb::ui {

class LogView;

/// A small sheet at a row of the log, to write a note about it. Enter keeps it, Escape does not; a click
/// elsewhere keeps it, too.
class NoteEditor : public QFrame
{
    Q_OBJECT

public:
    explicit NoteEditor(LogView *log); ///< its parent

    void open(EventSeq about, const QString &text); ///< at the current row

Q_SIGNALS:
    void written(swb::EventSeq about, const QString &text); ///< another text than before; empty: no note

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void close(bool keep);
    void retranslate();

    LogView *m_log;
    QLineEdit *m_text;
    QLabel *m_hint;
    EventSeq m_about;
    QString m_before;
};

} // namespace swb::ui
