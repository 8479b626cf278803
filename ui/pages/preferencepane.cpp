#include "pages/preferencepane.h"

#include "pages/fieldnote.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

PreferencePane::PreferencePane(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_fields(new QGridLayout)
    , m_defaults(new QPushButton)
{
    setObjectName(objectName);
    m_fields->setHorizontalSpacing(Space::Two);
    m_fields->setVerticalSpacing(Space::Half);
    m_fields->setColumnStretch(1, 1);
    m_defaults->setObjectName(objectName + u"Defaults"_s);
    m_defaults->setAutoDefault(false);
    m_column->setContentsMargins(Space::Three, Space::Three, Space::Three, Space::Two);
    m_column->setSpacing(Space::Two);
    m_column->addLayout(m_fields);
    m_column->addStretch(1);
    m_column->addWidget(m_defaults, 0, Qt::AlignLeft);
    connect(m_defaults, &QPushButton::clicked, this, &PreferencePane::defaultsRequested);
}

QLabel *PreferencePane::addField(QWidget *field, FieldNote *note)
{
    auto *label = new QLabel;
    label->setObjectName(field->objectName() + u"Label"_s);
    label->setBuddy(field);
    const int row = m_fields->rowCount();
    m_fields->addWidget(label, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
    m_fields->addWidget(field, row, 1);
    if (note) {
        note->setField(field);
        m_fields->addWidget(note, row + 1, 1);
    }
    m_fields->setRowMinimumHeight(row + 2, Space::One);
    return label;
}

void PreferencePane::addWide(QWidget *widget)
{
    m_column->insertWidget(1, widget, 1);
    m_column->setStretch(2, 0);
}

void PreferencePane::retranslate()
{
    setAccessibleName(title());
    m_defaults->setText(tr("Restore &defaults"));
}

void PreferencePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace swb::ui
