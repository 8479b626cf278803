#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace swb::ui {

/// A program to read and to copy.
class PythonDialog : public QDialog
{
    Q_OBJECT

public:
    PythonDialog(const QString &program, QWidget *parent);

private:
    QPlainTextEdit *m_text;
};

} // namespace swb::ui
