using System.Diagnostics.CodeAnalysis;

namespace DataCatalog.Storage;

/// <summary>
/// Work that is refused for a reason outside the program, which the user can mend: the message says what and how, and is all that is
/// printed.
/// </summary>
[SuppressMessage("Design", "CA1032", Justification = "A refusal without a message says nothing, and it has no inner cause.")]
internal sealed class RefusedException(string message) : Exception(message);
