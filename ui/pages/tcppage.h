#pragma once

#include <QWidget>

#include <array>
#include <vector>

class QHBoxLayout;
class QLabel;
class QStackedWidget;

namespace swb::ui {

class SegmentedSwitch;

/// The ways to look at TCP itself. All but the last are about one connection, the last about a listener.
enum class TcpView
{
    Pipeline,
    States,
    Ladder,
    Plots,
    Hall
};
inline constexpr int tcpViewTotal = int(TcpView::Hall) + 1;

/// What there is to look at.
enum class TcpSubject
{
    Nothing,
    Connection,
    Listener
};

/// The lens on TCP: a choice of view on the left, tools of that view on the right, the view below. Only views
/// that somebody has placed and that fit what is selected can be chosen. Lays out and nothing else.
class TcpPage : public QWidget
{
    Q_OBJECT

public:
    explicit TcpPage(QWidget *parent = nullptr);

    /// Each is taken over. The keyboard goes to the view as it is shown; tools stand in the order in which
    /// they came and are there while their view is.
    void placeView(TcpView view, QWidget *widget);
    void addTool(TcpView view, QWidget *tool);
    /// What was chosen for this kind of subject last is shown again.
    void setSubject(TcpSubject subject);
    TcpSubject subject() const { return m_subject; }
    TcpView view() const; ///< the one that is chosen, whether or not there is something to look at
    void setView(TcpView view); ///< does nothing where it cannot be chosen
    /// Whether this is what the page shows, so that the others need not keep up.
    bool isShowing(TcpView view) const;

Q_SIGNALS:
    void viewPlaced(swb::ui::TcpView view);
    void viewShown(swb::ui::TcpView view); ///< another one than before

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Tool
    {
        TcpView view;
        QWidget *widget;
    };
    void retranslate();
    bool isOffered(TcpView view) const;
    void choose(TcpView view);
    void arrange();

    SegmentedSwitch *m_views;
    QHBoxLayout *m_toolPlace;
    QStackedWidget *m_stack; ///< the hint, then in the order of TcpView
    QLabel *m_hint;
    std::vector<Tool> m_tools;
    std::array<bool, tcpViewTotal> m_placed{};
    std::array<TcpView, 3> m_chosen{TcpView::Pipeline, TcpView::Pipeline, TcpView::Hall}; ///< by TcpSubject
    TcpSubject m_subject = TcpSubject::Nothing;
};

} // namespace swb::ui
