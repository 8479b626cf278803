#pragma once

#include "pages/lensbar.h"
#include "widgets/composer.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace swb::ui {

class BytesPane;
class BytesView;
class EndpointPage;
class FittingScroll;
class LogView;
class StartPage;
class SubjectBar;

/// The centre of the window: what is selected on top, its log or another lens, the bytes of one event, the
/// composer at the foot. Lays out and nothing else. Where the window is low, parts fold away in a fixed
/// order, so that the records keep their rows.
class WorkPage : public QWidget
{
    Q_OBJECT

public:
    explicit WorkPage(QWidget *parent = nullptr);

    void showStart(); ///< the bench is empty
    void showDraft(); ///< the form alone: nothing runs that could have a log
    void showEndpoint(); ///< the form above its log
    void showSubject(); ///< a connection, a timeline or a recording above its log

    StartPage *start() const { return m_start; }
    EndpointPage *form() const { return m_form; }
    SubjectBar *subject() const { return m_subject; }
    LogView *log() const { return m_log; }
    BytesPane *bytesPane() const { return m_bytes; }
    BytesView *bytes() const;
    Composer *composer() const { return m_composer; }
    QSplitter *splitter() const { return m_splitter; }
    LensBar *lensBar() const { return m_lensBar; }
    Lens lens() const { return m_lensBar->lens(); }
    QWidget *lensView() const; ///< what the present lens shows
    void setLens(Lens lens) { m_lensBar->setLens(lens); }
    /// Each is taken over and stands where its kind stands.
    void placeLens(Lens lens, QWidget *view);
    void placeFilterBar(QWidget *bar);
    void placeFindBar(QWidget *bar);
    bool isStart() const;
    bool isDraft() const;
    QSize minimumSizeHint() const override; ///< with all folded that can be

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What is gone, and all before it.
    enum class Fold
    {
        Nothing,
        Bytes,
        Preview,
        Choices,
        Lenses,
        Head
    };

    void showWork(QWidget *head, bool withLog);
    void giveBytesRoom();
    void foldToFit();
    int heightWith(Fold fold) const;
    static Composer::Room composerRoom(Fold fold);

    QStackedWidget *m_pages;
    QStackedWidget *m_head;
    StartPage *m_start;
    EndpointPage *m_form;
    FittingScroll *m_formScroll;
    SubjectBar *m_subject;
    QWidget *m_records; ///< everything between the head and the composer
    QVBoxLayout *m_filterPlace;
    QVBoxLayout *m_findPlace;
    LensBar *m_lensBar;
    QStackedWidget *m_lenses; ///< in the order of Lens
    QSplitter *m_splitter;
    LogView *m_log;
    BytesPane *m_bytes;
    Composer *m_composer;
    QWidget *m_work;
    QWidget *m_spacer;
};

} // namespace swb::ui
