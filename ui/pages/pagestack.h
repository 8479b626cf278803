#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace swb::ui {

/// The bench, or in its place a page of its own, under a line with the way back, its title and its tools.
/// Lays out and nothing else.
class PageStack : public QWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget *bench, QWidget *parent = nullptr); ///< takes it over

    /// Takes it over; its window title is the heading. `tools` stand at the right end of the heading's line.
    void add(QWidget *page, QWidget *tools = nullptr);
    void showPage(QWidget *page); ///< and gives it the keyboard
    void showBench();
    bool isBench() const;
    QWidget *page() const; ///< the bench or the page that is shown

Q_SIGNALS:
    void pageChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QStackedWidget *m_pages;
    QWidget *m_heading;
    QHBoxLayout *m_line;
    QToolButton *m_back;
    QLabel *m_title;
    QList<std::pair<QWidget *, QWidget *>> m_tools; ///< page, tools
};

} // namespace swb::ui
