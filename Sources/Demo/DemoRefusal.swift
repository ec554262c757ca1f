import Kernel

/// Why the demo does not touch a folder.
package enum DemoRefusal: Refusal {
  case folderHasAnotherInstance
  case demoIsFromAnotherVersion

  package var kind: RefusalKind { .conflict }

  package var text: Text {
    switch self {
    case .folderHasAnotherInstance:
      Text(
        same: "The folder has the data of another instance, and nothing was changed."
          + " Choose an empty folder for the demo.")
    case .demoIsFromAnotherVersion:
      Text(
        same: "The folder has a demo of another version of Samråd, and nothing was changed."
          + " Remove the folder, or choose an empty one.")
    }
  }
}
