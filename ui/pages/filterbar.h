#pragma once

#include "models/filterinput.h"
#include "models/logmodel.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace swb::ui {

class FieldNote;
class SegmentedSwitch;

/// The bar above the log that leaves rows out. While it is there, it filters; it is tinted while rows may be
/// missing.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    FilterInput input() const;
    void setInput(const FilterInput &input); ///< without telling anybody
    void setConnectionsOffered(bool offered); ///< where several are merged
    void showFault(const std::optional<FilterFault> &fault);
    void showStanding(int shown, quint32 total, const LogModel::Sifting &sifting);
    void focusPattern();
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void inputChanged(); ///< a moment after the last character
    void closed(); ///< by its button or Escape
    void left(); ///< Enter: back to the rows

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void fillLines();
    void makeKinds();
    void retranslate();
    void showKinds();
    void clear();
    QList<QLineEdit *> fields() const { return {m_pattern, m_connections, m_from, m_to}; }

    QLineEdit *m_pattern;
    SegmentedSwitch *m_mode;
    QToolButton *m_case;
    SegmentedSwitch *m_direction;
    QToolButton *m_kinds;
    std::array<QAction *, 4> m_kindActions{}; ///< data, lifecycle, errors, annotated only
    QLineEdit *m_connections;
    QLineEdit *m_from;
    QLabel *m_until;
    QLineEdit *m_to;
    QLabel *m_count;
    QPushButton *m_clear;
    QToolButton *m_close;
    FieldNote *m_note;
    QTimer m_typing;
    bool m_filters = false;
    double m_progress = 1;
    std::array<QHBoxLayout *, 3> m_lines{}; ///< the last one is empty unless the bar is narrow
    bool m_isNarrow = false;
};

} // namespace swb::ui
