# What the resumable upload door answers.
upload-error-request = This upload could not be understood. Please load the page again and choose the file once more.
upload-error-damaged = A piece of the file was damaged on the way. It will be sent again.
upload-error-offset = The server has another amount of this file than your device thought. It will go on from there.
upload-error-not-found = This upload is not here any more. Please choose the file again.
upload-error-too-large = This file is too large. One file may have up to { $megabytes } MB.
upload-error-busy = An earlier connection is still sending this file. It will go on in a moment.
upload-error-too-many = Too many files are on their way from your network at the moment. It will go on in a little while.
upload-error-too-slow = Your connection was too slow or broke off. What arrived is kept; it goes on from there.
upload-error-no-room = We have no room for further files at the moment. Your text can be sent without them.
upload-total-too-large = All files together are too large: up to { $megabytes } MB fit in one contribution. Please remove some.
