#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace swb::ui {

class MachineModel;

/// "My machine": what this computer has, with a sentence on what is current; below it a name to look up or to
/// ping. Lays out and tells what is wanted.
class MachinePage : public QWidget
{
    Q_OBJECT

public:
    explicit MachinePage(MachineModel *model, QWidget *parent = nullptr); ///< not owned

    QPushButton *readAgain() const { return m_readAgain; } ///< for the heading's line; whose it becomes
    QString host() const;
    void showAnswer(const QString &text); ///< to a look-up
    /// `why`: it cannot be done here; empty: it can.
    void setPingable(const QString &why);
    void setPinging(bool running);
    void clearOutput();
    void appendOutput(const QString &text); ///< of ping

Q_SIGNALS:
    void readAgainRequested();
    void lookUpRequested();
    void pingRequested();
    void stopRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void wire();
    void retranslate();
    void showMeaning();
    void updateButtons();
    void takeModel();

    MachineModel *m_model;
    QPushButton *m_readAgain;
    QTreeView *m_tree;
    QLabel *m_meaning;
    QLabel *m_hostLabel;
    QLineEdit *m_host;
    QPushButton *m_lookUp;
    QPushButton *m_ping;
    QPushButton *m_stop;
    QLabel *m_pingHint;
    QLabel *m_answer;
    QPlainTextEdit *m_output;
    QString m_whyNoPing;
    bool m_isPinging = false;
};

} // namespace swb::ui
