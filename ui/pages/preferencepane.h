#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace swb::ui {

class FieldNote;

/// A page of the preferences: labelled fields with quiet notes under them, and at the foot the way back to
/// the defaults.
class PreferencePane : public QWidget
{
    Q_OBJECT

public:
    virtual QString title() const = 0;

Q_SIGNALS:
    void defaultsRequested(); ///< for what this page shows

protected:
    explicit PreferencePane(const QString &objectName, QWidget *parent);

    QLabel *addField(QWidget *field, FieldNote *note = nullptr); ///< returns its label
    void addWide(QWidget *widget); ///< takes the height that is left
    QPushButton *defaultsButton() const { return m_defaults; }
    virtual void retranslate();
    void changeEvent(QEvent *event) override;

private:
    QVBoxLayout *m_column;
    QGridLayout *m_fields;
    QPushButton *m_defaults;
};

} // namespace swb::ui
