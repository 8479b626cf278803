#pragma once

#include <QComboBox>

namespace swb::ui {

/// An editable combo box that can be read-only, as a line edit can: its text is still there to select, and
/// neither the list nor wheel or keys change it.
class FieldCombo : public QComboBox
{
    Q_OBJECT

public:
    using QComboBox::QComboBox;

    void setReadOnly(bool readOnly); ///< must be editable by then
    bool isReadOnly() const;
    /// How a field looks that is read-only, the same for every kind.
    static QPalette look(bool readOnly);
    void showPopup() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace swb::ui
