#include "pages/workpage.h"

#include "pages/bytespane.h"
#include "pages/endpointpage.h"
#include "pages/fittingscroll.h"
#include "pages/startpage.h"
#include "pages/subjectbar.h"
#include "widgets/logview.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

/// A stack that is as high as the page it shows; QStackedWidget alone is as high as its highest page.
class FittingStack : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;
    QSize sizeHint() const override { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }
    QSize minimumSizeHint() const override
    {
        return currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
    }
};

} // namespace

WorkPage::WorkPage(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget)
    , m_head(new FittingStack)
    , m_start(new StartPage)
    , m_form(new EndpointPage)
    , m_subject(new SubjectBar)
    , m_records(new QWidget)
    , m_filterPlace(new QVBoxLayout)
    , m_findPlace(new QVBoxLayout)
    , m_lensBar(new LensBar)
    , m_lenses(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_log(new LogView)
    , m_bytes(new BytesPane)
    , m_composer(new Composer)
    , m_work(new QWidget)
    , m_spacer(new QWidget)
{
    setObjectName(u"workPage"_s);
    m_pages->setObjectName(u"pages"_s);
    m_head->setObjectName(u"head"_s);
    m_splitter->setObjectName(u"logAndBytes"_s);
    m_form->setObjectName(u"endpointPage"_s);
    m_log->setObjectName(u"logView"_s);
    m_composer->setObjectName(u"composer"_s);

    m_formScroll = new FittingScroll(m_form);
    m_head->addWidget(m_formScroll);
    m_head->addWidget(m_subject);
    m_head->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_lenses->setObjectName(u"lensViews"_s);
    for (QWidget *view : {static_cast<QWidget *>(m_log), new QWidget, new QWidget, new QWidget})
        m_lenses->addWidget(view);
    m_splitter->addWidget(m_lenses);
    m_splitter->addWidget(m_bytes);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);

    auto *records = new QVBoxLayout(m_records);
    records->setContentsMargins({});
    records->setSpacing(0);
    records->addWidget(m_lensBar);
    records->addLayout(m_filterPlace);
    records->addWidget(m_splitter, 1);
    records->addLayout(m_findPlace);
    auto *work = new QVBoxLayout(m_work);
    work->setContentsMargins({});
    work->setSpacing(0);
    work->addWidget(m_head);
    work->addWidget(m_records, 1);
    work->addWidget(m_composer);
    work->addWidget(m_spacer, 1);
    m_pages->addWidget(new FittingScroll(m_start));
    m_pages->addWidget(m_work);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    m_work->installEventFilter(this);
    connect(m_bytes, &BytesPane::lensChosen, this, &WorkPage::giveBytesRoom);
    connect(
        m_lensBar, &LensBar::lensChosen, this, [this](Lens lens) { m_lenses->setCurrentIndex(int(lens)); });
    showStart();
}

void WorkPage::placeLens(Lens lens, QWidget *view)
{
    QWidget *before = m_lenses->widget(int(lens));
    m_lenses->insertWidget(int(lens), view);
    m_lenses->removeWidget(before);
    delete before;
    m_lensBar->setLensOffered(lens, true);
    m_lenses->setCurrentIndex(int(m_lensBar->lens()));
}

BytesView *WorkPage::bytes() const
{
    return m_bytes->bytes();
}

QWidget *WorkPage::lensView() const
{
    return m_lenses->currentWidget();
}

/// Layers and characters are higher than a line of bytes; the log gives up to half of the height for them.
void WorkPage::giveBytesRoom()
{
    const QList<int> sizes = m_splitter->sizes();
    const int whole = sizes[0] + sizes[1];
    const int wanted = std::min(m_bytes->sizeHint().height(), whole / 2);
    if (m_bytes->lens() != BytesLens::Bytes && sizes[1] < wanted)
        m_splitter->setSizes({whole - wanted, wanted});
}

void WorkPage::placeFilterBar(QWidget *bar)
{
    m_filterPlace->addWidget(bar);
}

void WorkPage::placeFindBar(QWidget *bar)
{
    m_findPlace->addWidget(bar);
}

void WorkPage::showStart()
{
    m_pages->setCurrentIndex(0);
}

void WorkPage::showDraft()
{
    showWork(m_formScroll, false);
}

void WorkPage::showEndpoint()
{
    showWork(m_formScroll, true);
}

void WorkPage::showSubject()
{
    showWork(m_subject, true);
}

void WorkPage::showWork(QWidget *head, bool withLog)
{
    m_head->setCurrentWidget(head);
    m_head->updateGeometry();
    m_records->setVisible(withLog);
    m_composer->setVisible(withLog);
    m_spacer->setVisible(!withLog);
    m_pages->setCurrentWidget(m_work);
    foldToFit();
}

Composer::Room WorkPage::composerRoom(Fold fold)
{
    if (fold < Fold::Preview)
        return Composer::Room::All;
    return fold < Fold::Choices ? Composer::Room::NoPreview : Composer::Room::TextAlone;
}

/// What the visible parts need at least.
int WorkPage::heightWith(Fold fold) const
{
    int height = m_lenses->minimumSizeHint().height() + m_filterPlace->minimumSize().height()
        + m_findPlace->minimumSize().height();
    if (fold < Fold::Bytes)
        height += m_splitter->handleWidth() + m_bytes->minimumSizeHint().height();
    if (fold < Fold::Lenses)
        height += m_lensBar->sizeHint().height();
    if (fold < Fold::Head)
        height += m_head->minimumSizeHint().height();
    return height + m_composer->heightIn(composerRoom(fold));
}

void WorkPage::foldToFit()
{
    Fold fold = Fold::Nothing;
    while (!isDraft() && fold != Fold::Head && heightWith(fold) > height())
        fold = Fold(int(fold) + 1);
    m_bytes->setVisible(fold < Fold::Bytes);
    m_composer->setRoom(composerRoom(fold));
    m_lensBar->setVisible(fold < Fold::Lenses);
    m_head->setVisible(fold < Fold::Head);
}

QSize WorkPage::minimumSizeHint() const
{
    return {m_pages->minimumSizeHint().width(), heightWith(Fold::Head)};
}

bool WorkPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_work && event->type() == QEvent::LayoutRequest)
        foldToFit();
    return QWidget::eventFilter(watched, event);
}

void WorkPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    foldToFit();
}

bool WorkPage::isStart() const
{
    return m_pages->currentIndex() == 0;
}

bool WorkPage::isDraft() const
{
    return !isStart() && m_records->isHidden();
}

} // namespace swb::ui
