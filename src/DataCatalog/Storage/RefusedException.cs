using System.Diagnostics.CodeAnalysis;

namespace DataCatalog.Storage;

/// <summary>
/// The refusal of work for a reason outside the program, which the user can fix. The message says what is wrong and how to fix it; nothing
/// else is printed.
/// </summary>
[SuppressMessage("Design", "CA1032", Justification = "A refusal needs a message and has no inner exception.")]
internal sealed class RefusedException(string message) : Exception(message);
