#pragma once

#include "lens/query.h"

#include <QWidget>

class QLineEdit;
class QProgressBar;
class QToolButton;

namespace swb::ui {

class ElidedLabel;
class FieldNote;
class SearchModel;
class SegmentedSwitch;

/// The bar at the foot of the log: what to look for, how many there are, on to the next. Asks its model while
/// one types.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    /// The model is not owned and must outlive the bar.
    explicit FindBar(SearchModel *model, QWidget *parent = nullptr);

    /// Shows the bar with what was looked for last, ready to be typed over.
    void open();
    bool isOpen() const { return isVisibleTo(parentWidget()); }
    lens::Query query() const;

public Q_SLOTS:
    void close(); ///< and looks for nothing

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *makeButton(const QString &name, QLatin1StringView icon);
    void layOut();
    void search();
    void showStanding();
    void showNote();
    void markFault();
    QString countText() const;
    void retranslate();

    SearchModel *m_model;
    QLineEdit *m_text;
    SegmentedSwitch *m_mode;
    QToolButton *m_case;
    ElidedLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QToolButton *m_close;
    FieldNote *m_note;
    QString m_wrapped; ///< that the search went around an end, until something else happens
};

} // namespace swb::ui
