#pragma once

#include "widgets/streamlayout.h"

#include <QWidget>

#include <array>

class QComboBox;

namespace swb::ui {

class StreamView;

/// Two conversations side by side that scroll together by time: what stands at the top of one decides, and
/// the other shows what happened from then on.
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    static constexpr int SideCount = 2; ///< 0 is on the left

    explicit ComparePage(QWidget *parent = nullptr);

    /// What can be chosen on either side, and what is; -1: nothing. Emits nothing.
    void setChoices(const QStringList &names, const std::array<int, SideCount> &chosen);
    void setChoice(int side, int index); ///< emits nothing
    bool isChoosing() const; ///< a list is open: it should not change now
    StreamView *view(int side) const { return m_views[static_cast<size_t>(side)]; }
    void setMode(StreamMode mode);
    void refresh(); ///< once a frame

Q_SIGNALS:
    void connectionChosen(int side, int index);
    void eventActivated(int side, swb::EventSeq seq); ///< the caret has come to it, by hand

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void joinTo(int side);
    void scrollOther(int side);
    void selectInOther(int side);

    std::array<QComboBox *, SideCount> m_choices;
    std::array<StreamView *, SideCount> m_views;
    bool m_joining = false; ///< one side moves the other, which must not answer
};

} // namespace swb::ui
