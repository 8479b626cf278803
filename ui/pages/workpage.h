#pragma once

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace swb::ui {

class BytesView;
class Composer;
class EndpointPage;
class FittingScroll;
class LogView;
class StartPage;
class SubjectBar;

/// The centre of the window: what is selected on top, its log, the bytes of one event, the composer at the
/// foot. Lays out and nothing else.
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
    BytesView *bytes() const { return m_bytes; }
    Composer *composer() const { return m_composer; }
    QSplitter *splitter() const { return m_splitter; }
    bool isStart() const;
    bool isDraft() const;

private:
    void showWork(QWidget *head, bool withLog);

    QStackedWidget *m_pages;
    QStackedWidget *m_head;
    StartPage *m_start;
    EndpointPage *m_form;
    FittingScroll *m_formScroll;
    SubjectBar *m_subject;
    QSplitter *m_splitter;
    LogView *m_log;
    BytesView *m_bytes;
    Composer *m_composer;
    QWidget *m_work;
    QWidget *m_spacer;
};

} // namespace swb::ui
