#include "widgets/encodingview.h"

#include "journal/recording.h"
#include "widgets/encodingsheet.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

EncodingView::EncodingView(QWidget *parent)
    : QWidget(parent)
    , m_model(new EncodingModel(this))
    , m_sheet(new EncodingSheet)
    , m_empty(new QLabel)
    , m_facts(new QLabel)
{
    setObjectName(u"encodingView"_s);
    m_empty->setObjectName(u"encodingEmpty"_s);
    m_facts->setObjectName(u"encodingFacts"_s);
    for (QLabel *label : {m_empty, m_facts}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(Space::One, Space::Half, Space::One, Space::Half);
    }
    m_empty->setAlignment(Qt::AlignCenter);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sheet->setModel(m_model);
    setFocusProxy(m_sheet);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_sheet, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_facts);
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
    m_sheet->setVisible(isThere);
    m_facts->setVisible(isThere);
    m_empty->setVisible(!isThere);
    retranslate();
}

void EncodingView::takeCurrent(int row)
{
    if (row < 0)
        m_facts->clear();
    else
        m_facts->setText(u"%1\n%2"_s.arg(m_model->accessibleText(row), m_model->chunkText(row)));
}

void EncodingView::readLook()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, Theme::of(palette()).faint);
    m_empty->setPalette(quiet);
}

void EncodingView::retranslate()
{
    setAccessibleName(tr("Characters of the selected event"));
    m_sheet->setAccessibleName(tr("Characters and their bytes"));
    m_facts->setAccessibleName(tr("The current byte, and what its piece does to a program"));
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
