#include "widgets/encodingview.h"

#include "journal/recording.h"
#include "widgets/encodingsheet.h"
#include "widgets/footlabel.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

EncodingView::EncodingView(QWidget *parent)
    : QWidget(parent)
    , m_model(new EncodingModel(this))
    , m_sheet(new EncodingSheet)
    , m_empty(new QLabel)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_facts(new QLabel)
    , m_foot(new FootLabel)
{
    setObjectName(u"encodingView"_s);
    m_empty->setObjectName(u"encodingEmpty"_s);
    m_facts->setObjectName(u"encodingFacts"_s);
    m_foot->setObjectName(u"encodingFoot"_s);
    for (QLabel *label : {m_empty, m_facts}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(Space::One, Space::Half, Space::One, Space::Half);
    }
    m_empty->setWordWrap(true);
    m_facts->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_facts->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sheet->setModel(m_model);
    setFocusProxy(m_sheet);
    auto *facts = new QScrollArea;
    facts->setObjectName(u"encodingFactsArea"_s);
    facts->setFrameShape(QFrame::NoFrame);
    facts->setWidgetResizable(true);
    facts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    facts->setBackgroundRole(QPalette::Base);
    facts->setFocusPolicy(Qt::NoFocus);
    facts->setWidget(m_facts);
    m_splitter->setObjectName(u"encodingSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_sheet);
    m_splitter->addWidget(facts);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({64 * Space::One, 36 * Space::One});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_foot);
    connect(m_sheet, &EncodingSheet::currentChanged, this, &EncodingView::takeCurrent);
    connect(m_sheet, &EncodingSheet::copyRequested, this,
        [this] { QGuiApplication::clipboard()->setText(m_model->plainText()); });
    readLook();
    readEvent();
}

EncodingView::~EncodingView() = default;

void EncodingView::setEvent(std::shared_ptr<const journal::Recording> recording, EventSeq seq)
{
    m_recording = std::move(recording);
    m_seq = seq;
    m_isRead = false;
    if (isVisible())
        readEvent();
}

void EncodingView::clear()
{
    setEvent(nullptr, EventSeq());
}

void EncodingView::setEncoding(const codec::Encoding &encoding)
{
    m_model->setEncodings(encoding, m_model->encoding(EncodingModel::Which::Second));
}

void EncodingView::setSecond(const codec::Encoding &encoding)
{
    m_model->setEncodings(m_model->encoding(EncodingModel::Which::First), encoding);
}

void EncodingView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isRead)
        readEvent();
}

void EncodingView::readEvent()
{
    m_isRead = true;
    m_model->setEvent(m_recording, m_seq);
    const bool isThere = m_model->rowCount() > 0;
    m_splitter->setVisible(isThere);
    m_empty->setVisible(!isThere);
    retranslate();
}

void EncodingView::takeCurrent(int row)
{
    m_foot->setText(row < 0 ? QString() : m_model->accessibleText(row));
    m_facts->setText(row < 0 ? QString() : m_model->chunkText(row));
}

void EncodingView::readLook()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, Theme::of(palette()).faint);
    m_empty->setPalette(quiet);
    m_foot->setPalette(quiet);
}

void EncodingView::retranslate()
{
    setAccessibleName(tr("Characters of the selected event"));
    m_sheet->setAccessibleName(tr("Characters and their bytes"));
    m_facts->setAccessibleName(tr("What the piece with the current byte does to a program"));
    m_foot->setAccessibleName(tr("The current byte"));
    m_empty->setText(m_recording ? tr("This event carries no bytes.")
                                 : tr("Select a row to see how its bytes become characters."));
    takeCurrent(m_sheet->current());
}

void EncodingView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        readLook();
    } else if (event->type() == QEvent::LanguageChange) {
        m_model->renderAnew();
        retranslate();
    }
}

QSize EncodingView::sizeHint() const
{
    return {80 * Space::One, 36 * Space::One};
}

} // namespace swb::ui
