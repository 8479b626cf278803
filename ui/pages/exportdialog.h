#pragma once

#include "lens/exportjob.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace swb::ui {

/// Which rows.
enum class ExportScope : quint8
{
    Selection,
    Shown,
    Connection ///< all of it, also what a filter hides
};

/// Asks what is written, as what, and where; then shows how far that is. Knows no recording: who opens it
/// gives it numbers, the first lines, and the outcome.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    struct Choice
    {
        ExportScope scope = ExportScope::Shown;
        lens::ExportFormat format = lens::ExportFormat::Text;
        lens::ExportSide side = lens::ExportSide::Both;
        bool csvHex = true;
        bool csvByteOrderMark = false;
    };

    explicit ExportDialog(QWidget *parent = nullptr);
    ~ExportDialog() override;

    void addScope(ExportScope scope, quint32 rows); ///< in the order in which they are offered
    void setChoice(const Choice &choice); ///< a scope that is not offered is the first
    Choice choice() const;
    void setPath(const QString &path);
    QString path() const;

    void showPreview(const QString &text);
    void showProgress(
        quint32 done, quint32 total); ///< a run has begun; the first call after exportRequested()
    void showSaved(const QString &sentence);
    void showFailure(const QString &sentence);
    void showStopped();

    static QString formatName(lens::ExportFormat format);

Q_SIGNALS:
    void choiceChanged();
    void browseRequested();
    void exportRequested();
    void cancelRequested();
    void folderRequested();

protected:
    void changeEvent(QEvent *event) override;
    void done(int result) override;

private:
    void layOut();
    void retranslate();
    void updateOptions();
    void setRunning(bool running);
    void say(const QString &sentence, bool isError);

    struct Labels;
    std::unique_ptr<Labels> m_labels;
    QList<std::pair<ExportScope, quint32>> m_scopes;
    QComboBox *m_scope;
    QComboBox *m_format;
    QLabel *m_explanation;
    QComboBox *m_side;
    QCheckBox *m_hex;
    QCheckBox *m_mark;
    QPlainTextEdit *m_preview;
    QLineEdit *m_path;
    QPushButton *m_browse;
    QProgressBar *m_progress;
    QLabel *m_outcome;
    QPushButton *m_folder;
    QPushButton *m_export;
    QPushButton *m_close;
    bool m_running = false;
};

} // namespace swb::ui
